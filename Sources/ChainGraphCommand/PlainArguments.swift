import ChainGraph

/// Arguments that can be read without the argument parser: a command, inputs, `-o`, `-f` and options
/// of figures that take a value, each spelt apart and once.
///
/// The parser needs longer to start than a small figure takes to be drawn, for it finds its options
/// by reflection.
struct PlainArguments {
  private let command: String
  private var inputs: [String] = []
  private var output: String?
  private var format: String?
  private var figures = FigureChoices()

  /// Nil for anything else, right or wrong, which the parser reads.
  init?(_ arguments: [String]) {
    var rest = arguments[...]
    guard let command = rest.popFirst() else { return nil }
    self.command = command
    while let argument = rest.popFirst() {
      if Self.isValue(argument) {
        inputs.append(argument)
      } else {
        guard let value = rest.popFirst(), Self.isValue(value), take(argument, value) else {
          return nil
        }
      }
    }
    if inputs.isEmpty { return nil }
  }

  private static func isValue(_ argument: String) -> Bool {
    !argument.isEmpty && (argument == "-" || !argument.hasPrefix("-"))
  }

  /// Whether an option is known and was not given before.
  private mutating func take(_ option: String, _ value: String) -> Bool {
    switch option {
    case "-o" where output == nil, "--output" where output == nil: output = value
    case "-f" where format == nil, "--format" where format == nil: format = value
    case "--at" where figures.point == nil: figures.point = value
    default:
      // A theme may be a file, whose place the parser's options know.
      guard option.hasPrefix("--"),
        let key = FigureSettings.Key(rawValue: String(option.dropFirst(2))),
        !key.isFlag, key != .theme, figures.settings[key] == nil
      else { return false }
      figures.settings[key] = value
      return figures.settings.problem(with: key) == nil
    }
    return true
  }

  /// Does the job and ends the program, if the command is one that plain arguments are enough for.
  func run() {
    switch command {
    case "render":
      RenderJob(inputs: inputs, output: output, format: format, figures: figures).run()
    case "derive" where inputs.count == 1:
      DeriveJob(input: inputs[0], output: output ?? "-", format: format, figures: figures).run()
    case "check" where output == nil && format == nil:
      CheckJob(inputs: inputs, figures: figures).run()
    default: return
    }
  }
}
