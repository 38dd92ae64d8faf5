/// Which figures of a batch would be written over one another.
struct OutputNames {
  private let folder: String
  private let formats: [OutputFormat]
  private var owners: [String: String] = [:]
  /// Stems that end in numbers, by what they begin with.
  private var numberedStems: [String: [String]] = [:]

  init(_ inputs: [BatchInput], in folder: String, _ formats: [OutputFormat]) {
    self.folder = folder
    self.formats = formats
    for input in inputs where owners[input.stem] == nil {
      owners[input.stem] = input.path
      // A figure has a number, and a step of it another.
      var rest = input.stem[...]
      for _ in 0..<2 {
        guard let hyphen = rest.lastIndex(of: "-"),
          Int(rest[rest.index(after: hyphen)...]) != nil
        else { break }
        rest = rest[..<hyphen]
        numberedStems[String(rest), default: []].append(input.stem)
      }
    }
  }

  /// Why an input's figures have no place: another input's are there, or the input itself is.
  func conflict(of input: BatchInput) -> Failure? {
    let path = "\(folder)/\(input.stem)"
    if let owner = owners[input.stem], owner != input.path {
      return .sameOutput(input: input.path, path: "\(path).\(formats[0].ending)", other: owner)
    }
    let own = formats.map { "\(path).\($0.ending)" }.first { output in
      input.path.hasSuffix(output.suffix(4)) && absoluteParts(output) == absoluteParts(input.path)
    }
    return own.map { .sameOutput(input: input.path, path: $0, other: "it") }
  }

  /// Stems of other inputs that are this one with a number.
  func numbered(_ stem: String) -> [String] { numberedStems[stem] ?? [] }
}
