import ArgumentParser
import ChainGraph

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Options about what is said on standard error.
struct ReportOptions: ParsableArguments {
  @Option(help: ArgumentHelp("How findings are printed: human, short or json.", valueName: "style"))
  var diagnostics: DiagnosticsStyle = .human

  @Option(help: ArgumentHelp("When to use colour: auto, always or never.", valueName: "when"))
  var color: ColorChoice = .auto

  @Flag(name: .shortAndLong, help: "Say nothing but errors and warnings.")
  var quiet = false

  enum DiagnosticsStyle: String, ExpressibleByArgument, CaseIterable {
    case human, short, json

    var style: Finding.Style {
      switch self {
      case .human: .human
      case .short: .short
      case .json: .json
      }
    }
  }

  enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
    case auto, always, never
  }

  var choices: ReportChoices {
    ReportChoices(style: diagnostics.style, color: color, isQuiet: quiet)
  }
}

/// Runs a job with these options for what it says, and ends the program with its outcome.
func finish(_ options: ReportOptions, _ job: (inout Messages) throws(Failure) -> Exit) -> Never {
  finish(options.choices, job)
}

/// The option for the format of figures.
struct FormatOption: ParsableArguments {
  @Option(
    name: [.customShort("f"), .customLong("format")],
    help: ArgumentHelp(
      "svg, png, pdf, eps, dot, tikz, html or json; else the file's ending says it.",
      valueName: "format"),
    completion: .list(OutputFormat.allCases.map(\.rawValue)))
  var name: String?
}

/// Options about figures; each is also a `set` line of an input.
struct FigureOptionGroup: ParsableArguments {
  @Option(help: ArgumentHelp("auto, functions, components or operations.", valueName: "level"))
  var detail: String?

  @Option(
    help: ArgumentHelp(
      "Which total derivative stands at each node: none, reverse, forward or both.",
      valueName: "mode"))
  var mode: String?

  @Option(
    help: ArgumentHelp(
      "What is written: jacobians, products, values, shapes, totals, derivation, cost, check; "
        + "with commas.",
      valueName: "parts"))
  var show: String?

  @Option(
    help: ArgumentHelp("How many paths are listed before the rest is counted.", valueName: "n"))
  var paths: String?

  @Option(
    help: ArgumentHelp(
      "Whose axes come first in a derivative: numerator or denominator.", valueName: "layout"))
  var layout: String?

  @Option(
    help: ArgumentHelp(
      "How derivatives of order 3 or more are written: index, kronecker or differential.",
      valueName: "form"))
  var tensors: String?

  @Option(help: ArgumentHelp("auto, right, up, down or left.", valueName: "direction"))
  var direction: String?

  @Option(help: ArgumentHelp("The room there is: slide, paper or column.", valueName: "profile"))
  var profile: String?

  @Option(help: ArgumentHelp("Significant digits of numbers.", valueName: "n"))
  var digits: String?

  @Option(help: ArgumentHelp("The title; $…$ is typeset.", valueName: "text"))
  var title: String?

  @Option(help: ArgumentHelp("The caption; $…$ is typeset.", valueName: "text"))
  var caption: String?

  @Option(help: ArgumentHelp("The text for readers who cannot see the figure.", valueName: "text"))
  var alt: String?

  @Option(help: ArgumentHelp("The seed of the check's random points.", valueName: "n"))
  var seed: String?

  @Option(help: ArgumentHelp("The family of the math font.", valueName: "family"))
  var font: String?

  @Option(help: ArgumentHelp("How many times its natural size the figure is.", valueName: "factor"))
  var scale: String?

  @Option(help: ArgumentHelp("Dots an inch of a PNG.", valueName: "n"))
  var dpi: String?

  @Flag(help: "Leave the background out.")
  var transparent = false

  @Option(help: ArgumentHelp("How SVG holds outlines: shared or inline.", valueName: "way"))
  var glyphs: String?

  @Option(
    help: ArgumentHelp(
      "The colours: light, dark, print, auto or a theme file that ends in .yaml.",
      valueName: "theme"), completion: .file(extensions: ["yaml", "yml"]))
  var theme: String?

  @Flag(
    help: "Reveal each figure step by step: a file a step, numbered, or a page a step of a PDF.")
  var steps = false

  @Flag(help: "As --steps, in one SVG that plays them; still where the reader wants no motion.")
  var animate = false

  @Flag(help: "Set vectors and matrices bold.")
  var bold = false

  @Option(help: ArgumentHelp("The room to fit, as 12x8cm.", valueName: "size"))
  var size: String?

  @Option(
    help: ArgumentHelp(
      "Definitions, with commas, that are drawn as one box; repeats in a chain as ×N.",
      valueName: "names"))
  var collapse: String?

  @Option(
    help: ArgumentHelp(
      "Path numbers or names, with commas, that are drawn strong, the rest faded.",
      valueName: "parts"))
  var highlight: String?

  @Flag(help: "Put text into SVG that can be found and copied, unseen, above its outlines.")
  var text = false

  @Option(help: ArgumentHelp("The point, as in \"t = 0.5\".", valueName: "point"))
  var at: String?

  private var given: [(FigureSettings.Key, String?)] {
    [
      (.detail, detail), (.mode, mode), (.show, show), (.paths, paths),
      (.layout, layout), (.tensors, tensors), (.direction, direction),
      (.profile, profile), (.digits, digits), (.title, title), (.caption, caption), (.alt, alt),
      (.seed, seed), (.font, font), (.scale, scale), (.dpi, dpi),
      (.transparent, transparent ? "yes" : nil), (.glyphs, glyphs),
      (.steps, animate ? "animated" : steps ? "yes" : nil),
      (.bold, bold ? "yes" : nil), (.size, size), (.highlight, highlight), (.collapse, collapse),
      (.theme, theme),
      (.text, text ? "yes" : nil),
    ]
  }

  var choices: FigureChoices {
    var settings = FigureSettings()
    for (key, value) in given { settings[key] = value }
    settings.readFile = { try? readInput($0) }
    // A file of the command line is where the shell is, one of an input beside the input.
    if let theme, !theme.hasPrefix("/"), theme.contains("."), let here = getcwd(nil, 0) {
      settings[.theme] = String(cString: here) + "/" + theme
      free(here)
    }
    return FigureChoices(settings: settings, point: at)
  }

  mutating func validate() throws {
    let settings = choices.settings
    for (key, _) in given {
      if let problem = settings.problem(with: key) { throw ValidationError(problem) }
    }
  }
}
