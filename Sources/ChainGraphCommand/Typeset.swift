import ArgumentParser
import ChainGraph

/// Sets one formula.
struct Typeset: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Sets one formula, in display style.")

  @Argument(help: ArgumentHelp("The formula in TeX; it may begin with a minus.", valueName: "tex"))
  var formula: String

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write; - is standard output.", valueName: "file"))
  var output: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "svg, png, pdf, eps or json; else the file's ending says it.", valueName: "format"))
  var format: String?

  @Option(help: ArgumentHelp("The size in points.", valueName: "points"))
  var fontSize: Double = 10

  @Option(help: ArgumentHelp("The family of the math font.", valueName: "family"))
  var font: String?

  mutating func validate() throws {
    guard fontSize > 0, fontSize <= 1000 else {
      throw ValidationError("a font size is above 0 and at most 1000 points")
    }
    var settings = FigureSettings()
    settings[.font] = font
    if let problem = settings.problem(with: .font) { throw ValidationError(problem) }
  }

  @OptionGroup(title: "Messages")
  var report: ReportOptions

  func run() {
    finish(report) { (messages) throws(Failure) in
      let format = try OutputFormat(
        named: format, output: output, among: OutputFormat.ofFormulas)
      let bytes: [UInt8]
      do throws(DrawingError) {
        let set = try TypesetFormula(tex: formula, fontSize: fontSize, font: font)
        for problem in set.problems { messages.tell(problem) }
        guard set.problems.isEmpty else { return .inputErrors }
        switch format {
        case .svg: bytes = set.svg()
        case .png: bytes = try set.png()
        case .pdf: bytes = try set.pdf()
        case .eps: bytes = try set.eps()
        case .dot, .tikz, .html: preconditionFailure("not a format of formulas")
        case .json: bytes = Array(set.json.utf8)
        }
      } catch {
        throw .drawing(input: "chaingraph", error)
      }
      try writeOutput(bytes, to: output ?? "-")
      return .success
    }
  }
}
