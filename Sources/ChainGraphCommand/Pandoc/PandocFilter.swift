import ChainGraph

/// What figures are for a format that Pandoc writes.
struct PandocOutput {
  enum Format: String {
    case svg, png, pdf
  }

  let format: Format
  /// The room that figures have unless their source says otherwise.
  let profile: String

  init(_ target: String) {
    let name = target.prefix { $0 != "+" && $0 != "-" }
    switch name {
    case "latex", "beamer", "context", "pdf": format = .pdf
    case "docx", "pptx", "odt", "opendocument", "rtf": format = .png
    default: format = .svg
    }
    let slides = ["beamer", "pptx", "revealjs", "slidy", "slideous", "s5", "dzslides"]
    profile = slides.contains(String(name)) ? "slide" : "paper"
  }
}

/// A document on its way through the filter.
struct PandocFilter {
  let writer: PandocWriter
  let output: PandocOutput
  let folder: String

  private(set) var files: [(path: String, bytes: [UInt8])] = []
  private(set) var documents: [Document] = []
  private(set) var findings: [Finding] = []
  private(set) var outcome = Exit.success
  private var blockCount = 0

  init(writer: PandocWriter, output: PandocOutput, folder: String) {
    self.writer = writer
    self.output = output
    self.folder = folder
  }

  /// The document with its blocks replaced, wherever they stand.
  mutating func filtered(_ value: JSONValue) -> JSONValue {
    switch value {
    case .null, .bool, .number, .string: return value
    case .object(let members):
      return .object(members.map { .init(key: $0.key, value: filtered($0.value)) })
    case .array(let elements):
      return .array(
        elements.flatMap { element -> [JSONValue] in
          guard let block = PandocBlock(element), block.classes.contains("chaingraph") else {
            return [filtered(element)]
          }
          return figures(of: block) ?? [element]
        })
    }
  }

  private mutating func figures(of block: PandocBlock) -> [JSONValue]? {
    blockCount += 1
    let name = block.identifier.isEmpty ? "chaingraph block \(blockCount)" : "#" + block.identifier
    var passed: [(key: String, value: String)] = []
    var settings = FigureSettings()
    var point: String?
    for (key, value) in block.attributes {
      if key == "at" {
        point = value
      } else if let setting = FigureSettings.Key(rawValue: key), key != "caption" {
        settings[setting] = value
        if let problem = settings.problem(with: setting) {
          return refuse(Finding(.error, id: "setting-value", problem, in: name))
        }
      }
      if key == "width" || key == "height" || key == "alt" { passed.append((key, value)) }
    }
    if settings[.profile] == nil, !block.text.hasLine(of: "set", "profile") {
      settings[.profile] = output.profile
    }
    guard let pictures = pictures(of: block, name, settings, point) else { return nil }
    let paths = pictures.map { bytes in
      let path = "\(folder)/\(block.fileName)-\(fingerprint(of: bytes)).\(output.format.rawValue)"
      files.append((path, bytes))
      return path
    }
    return writer.blocks(paths, of: block, attributes: passed)
  }

  /// The plots of a block that has a `plot` line, else its figures.
  private mutating func pictures(
    of block: PandocBlock, _ name: String, _ settings: FigureSettings, _ point: String?
  ) -> [[UInt8]]? {
    let document = Document(
      block.text, name: name, settings: settings, point: point,
      for: block.text.hasLine(of: "plot") ? .plots : .figures)
    documents.append(document)
    if document.hasErrors { outcome.worsen(to: .inputErrors) }
    let isChecked =
      document.figures.allSatisfy(\.isChecked) && document.plots.allSatisfy(\.isChecked)
    if !isChecked { outcome.worsen(to: .checkFailed) }
    guard isChecked, !document.hasErrors else { return nil }
    do throws(DrawingError) {
      var pictures: [[UInt8]] = []
      for figure in document.figures { pictures.append(try bytes(of: figure.picture())) }
      for plot in document.plots { pictures.append(try bytes(of: plot.picture())) }
      return pictures
    } catch {
      let failure = Failure.drawing(input: name, error)
      outcome.worsen(to: failure.exit)
      findings.append(failure.finding)
      return nil
    }
  }

  private func bytes(of picture: Picture) throws(DrawingError) -> [UInt8] {
    switch output.format {
    case .pdf: try picture.pdf()
    case .png: try picture.png()
    case .svg: picture.svg()
    }
  }

  private mutating func refuse(_ finding: Finding) -> [JSONValue]? {
    findings.append(finding)
    outcome.worsen(to: .inputErrors)
    return nil
  }
}

extension PandocBlock {
  /// The label as a file may be called, `figure` where there is none.
  fileprivate var fileName: String {
    let name = identifier.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
    return name.isEmpty ? "figure" : String(name)
  }
}

extension String {
  /// Whether a line of a source begins with these words.
  func hasLine(of words: Substring...) -> Bool {
    split(separator: "\n").contains { line in
      line.split { $0 == " " || $0 == "\t" }.prefix(words.count).elementsEqual(words)
    }
  }
}

/// Tells files of different figures apart, in FNV-1a's 64 bits.
private func fingerprint(of bytes: [UInt8]) -> String {
  let hash = bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { hash, byte in
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }
  let digits = String(hash, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}
