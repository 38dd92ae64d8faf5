import ChainGraph

/// A figure on its way into a file.
struct DrawnFigure {
  private let figure: Figure
  private let input: String
  /// Nil for a format that shows no picture.
  private var picture: Picture?

  /// Draws a figure, once for all formats that show its picture, and tells what could not be drawn as
  /// asked.
  init(
    _ figure: Figure, of input: String, in formats: [OutputFormat], _ messages: inout Messages
  ) throws(Failure) {
    self.figure = figure
    self.input = input
    do throws(DrawingError) {
      picture = formats.contains(where: \.showsPicture) ? try figure.picture() : nil
    } catch {
      throw .drawing(input: input, error)
    }
    for warning in picture?.warnings ?? [] { messages.tell(warning) }
  }

  /// A figure a step, where it is revealed in steps and the format holds one picture; else itself
  /// alone.
  func frames(in format: OutputFormat) -> [DrawnFigure] {
    switch format {
    case .svg where picture?.isAnimated == true: [self]
    case .svg, .png, .eps, .tikz:
      (picture?.frames ?? []).map { frame in
        var drawn = self
        drawn.picture = frame
        return drawn
      }
    case .pdf, .html, .dot, .json: [self]
    }
  }

  /// The file of one figure, or of several where the format holds them.
  static func bytes(of drawn: [DrawnFigure], in format: OutputFormat) throws(Failure) -> [UInt8] {
    let pictures = drawn.compactMap(\.picture)
    do throws(DrawingError) {
      switch format {
      case .svg: return pictures[0].svg()
      case .png: return try pictures[0].png()
      case .pdf: return try Picture.pdf(pictures.flatMap(\.frames))
      case .eps: return try pictures[0].eps()
      case .tikz: return pictures[0].tikz()
      case .dot: return Array(drawn[0].figure.dot.utf8)
      case .html: return Array(try Figure.page(of: drawn.map(\.figure)).utf8)
      case .json: return Array(Document.json(of: drawn.map(\.figure)).utf8)
      }
    } catch {
      throw .drawing(input: drawn[0].input, error)
    }
  }

  var summary: String { figure.summary }
}

extension Figure {
  /// `4 nodes, 4 edges, 2 paths, checked`.
  var summary: String {
    func counted(_ count: String, _ noun: String) -> String {
      "\(count) \(noun)\(count == "1" ? "" : "s")"
    }
    let derivatives = derivatives
    var parts = [counted(String(nodeCount), "node"), counted(String(edgeCount), "edge")]
    if derivatives.count == 1 { parts.append(counted(derivatives[0].pathCount, "path")) }
    let isChecked = derivatives.allSatisfy { $0.checkPoints > 0 }
    parts.append(isChecked ? "checked" : "not checked")
    return parts.joined(separator: ", ")
  }
}
