import ArgumentParser
import ChainGraph
import ChainServer

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Makes what the local page asks for, in a process of its own that may fail alone.
///
/// The text comes from whoever wrote it, so it may name no files, and has bounds.
struct Preview: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Makes what the local page asks for.", shouldDisplay: false)

  @Argument(help: ArgumentHelp("What is made of the text.", valueName: "form"))
  var form: FigureQuery.Form

  @Option(help: ArgumentHelp("Which picture of the text, from 1.", valueName: "n"))
  var number = 1

  @OptionGroup(title: "Figures")
  var figures: FigureOptionGroup

  func run() {
    limitResources()
    finish(ReportChoices()) { (_) throws(Failure) in
      do throws(Failure) {
        let preview = PreviewedText(try readInput("-"), figures.choices)
        try writeOutput(try preview.file(form, number: number), to: "-")
        return .success
      } catch {
        let problem: JSONValue = .object([
          ("id", .string(error.finding.id)), ("message", .string(error.finding.message)),
        ])
        try writeOutput(Array((JSONValue.object([("error", problem)]).json + "\n").utf8), to: "-")
        return error.exit
      }
    }
  }
}

extension FigureQuery.Form: ExpressibleByArgument {}

/// Bounds memory and processor time: what needs more than a page can wait for ends here.
private func limitResources() {
  #if canImport(Glibc)
    let resources = [RLIMIT_AS, RLIMIT_CPU, RLIMIT_CORE].map { Int32($0.rawValue) }
  #else
    let resources = [RLIMIT_AS, RLIMIT_CPU, RLIMIT_CORE]
  #endif
  for (resource, value) in zip(resources, [2 << 30, 20, 0]) {
    var bound = rlimit(rlim_cur: rlim_t(value), rlim_max: rlim_t(value))
    setrlimit(resource, &bound)
  }
}

/// A text with its pictures: first its plots, which it names, then its graphs.
private struct PreviewedText {
  fileprivate enum Content {
    case plot(Plot)
    case figure(Figure)
  }

  private let contents: [Content]
  private let document: Document
  private var findings: [Finding]

  /// No page shows more of them.
  private static let mostPictures = 40

  init(_ text: [UInt8], _ choices: FigureChoices) {
    var settings = choices.settings
    settings.readFile = { _ in nil }
    document = Document(bytes: text, name: "text", settings: settings, for: .pictures)
    findings = document.findings
    var contents: [Content] = []
    if String(decoding: text, as: UTF8.self).hasLine(of: "plot") {
      let plotted = Document(bytes: text, name: "text", settings: settings, for: .plots)
      contents = plotted.plots.filter(\.isChecked).map { .plot($0) }
      findings.removeAll { $0.id == "only-plot" }
      let known = Set(findings.map { $0.text(style: .json) })
      findings += plotted.findings.filter { !known.contains($0.text(style: .json)) }
    }
    self.contents = contents + document.figures.filter(\.isChecked).map { .figure($0) }
  }

  /// All pictures as SVG, with what is said of the text.
  func json() -> String {
    var findings = findings
    var pictures: [JSONValue] = []
    for content in contents.prefix(Self.mostPictures) {
      do throws(DrawingError) {
        let picture = try picture(of: content)
        findings += picture.warnings
        pictures.append(
          .object([
            ("kind", .string(content.isPlot ? "plot" : "figure")),
            ("summary", .string(content.summary)),
            ("derivation", .string(content.derivation)),
            ("svg", .string(String(decoding: picture.svg(), as: UTF8.self))),
          ]))
      } catch {
        findings.append(Failure.drawing(input: "text", error).finding)
      }
    }
    let left = max(0, contents.count - Self.mostPictures)
    return "{\"pictures\": \(JSONValue.array(pictures).json), \"left\": \(left), "
      + "\"report\": \(Finding.json(of: [], and: findings))}\n"
  }

  /// One picture, or the derivation, as a file.
  func file(_ form: FigureQuery.Form, number: Int) throws(Failure) -> [UInt8] {
    if form == .figures { return Array(json().utf8) }
    guard contents.indices.contains(number - 1) else { throw .noFigure }
    let content = contents[number - 1]
    do throws(DrawingError) {
      switch form {
      case .svg: return try picture(of: content).svg()
      case .png: return try picture(of: content).png()
      case .pdf: return try Picture.pdf(try picture(of: content).frames)
      case .eps: return try picture(of: content).eps()
      case .tikz: return try picture(of: content).tikz()
      case .latex: return Array(document.latex.utf8)
      case .html:
        if case .figure(let figure) = content {
          return Array(try Figure.page(of: [figure]).utf8)
        }
      case .dot: if case .figure(let figure) = content { return Array(figure.dot.utf8) }
      case .figures: break
      }
    } catch {
      throw .drawing(input: "text", error)
    }
    throw .noFigure
  }

  private func picture(of content: Content) throws(DrawingError) -> Picture {
    switch content {
    case .plot(let plot): try plot.picture()
    case .figure(let figure): try figure.picture()
    }
  }
}

extension PreviewedText.Content {
  fileprivate var isPlot: Bool { if case .plot = self { true } else { false } }

  fileprivate var summary: String {
    switch self {
    case .plot(let plot): plot.summary
    case .figure(let figure): figure.summary
    }
  }

  /// In plain text, for readers who cannot see the picture.
  fileprivate var derivation: String {
    switch self {
    case .plot: ""
    case .figure(let figure): figure.text
    }
  }
}

extension JSONValue {
  fileprivate static func object(_ members: [(String, JSONValue)]) -> JSONValue {
    .object(members.map { Member(key: $0.0, value: $0.1) })
  }
}
