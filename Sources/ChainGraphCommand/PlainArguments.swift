extension RenderJob {
  /// The job that plain arguments of `render` ask for: inputs, `-o` and `-f`, each spelt apart.
  ///
  /// Nil for anything else, right or wrong, which the argument parser reads. The parser needs
  /// longer to start than a small figure takes to be drawn, for it finds its options by reflection.
  init?(plain arguments: [String]) {
    guard arguments.first == "render" else { return nil }
    var inputs: [String] = []
    var output: String?
    var format: String?
    var rest = arguments.dropFirst()
    func isValue(_ argument: String) -> Bool {
      !argument.isEmpty && (argument == "-" || !argument.hasPrefix("-"))
    }
    while let argument = rest.popFirst() {
      if isValue(argument) {
        inputs.append(argument)
        continue
      }
      guard let value = rest.popFirst(), isValue(value) else { return nil }
      switch argument {
      case "-o" where output == nil, "--output" where output == nil: output = value
      case "-f" where format == nil, "--format" where format == nil: format = value
      default: return nil
      }
    }
    guard !inputs.isEmpty else { return nil }
    self.init(inputs: inputs, output: output, format: format)
  }
}
