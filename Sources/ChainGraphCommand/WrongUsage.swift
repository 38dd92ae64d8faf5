import ChainGraph

/// Arguments that ask for nothing the program does.
struct WrongUsage {
  /// What the argument parser says of them: "Error: Unknown option …" and, in the last line, which
  /// help to see.
  let said: String
  let arguments: [String]
  /// The names of all commands.
  let commands: [String]

  /// The same as a finding, in the words and form of all others.
  var finding: Finding {
    if let word = arguments.first, !word.hasPrefix("-"), !commands.contains(word) {
      let mend = Vocabulary.nearest(to: word, among: commands).map { "did you mean `\($0)`?; " }
      return Finding(
        .error, id: "wrong-usage", "there is no command `\(word)`", in: "chaingraph",
        help: (mend ?? "") + "`chaingraph --help` tells what can be written")
    }
    let lines = said.split(separator: "\n")
    let sentences = lines.first.map { Self.sentences($0.trimmingPrefix("Error: ")) } ?? []
    let help = lines.last?.split(separator: "'").dropFirst().first ?? "chaingraph --help"
    let mends = sentences.dropFirst() + ["`\(help)` tells what can be written"]
    return Finding(
      .error, id: "wrong-usage", sentences.first ?? "wrong arguments", in: "chaingraph",
      help: mends.joined(separator: "; "))
  }

  /// How it is to be said, as far as the arguments say so.
  var report: ReportChoices {
    var choices = ReportChoices()
    let words = arguments.flatMap { $0.split(separator: "=", maxSplits: 1) }
    let name = words.firstIndex(of: "--diagnostics").flatMap { words.dropFirst($0 + 1).first }
    if let style = name.flatMap({ Finding.Style(rawValue: String($0)) }) { choices.style = style }
    return choices
  }

  /// Says it and ends the program.
  func leave() -> Never {
    finish(report) { messages in
      messages.tell(finding)
      return .usage
    }
  }

  /// Sentences without capitals and full stops, with names in backticks.
  private static func sentences(_ line: Substring) -> [String] {
    var sentences: [String] = []
    var sentence = ""
    var isQuoted = false
    for character in line {
      if character == "'" { isQuoted.toggle() }
      sentence.append(character == "'" ? "`" : character)
      guard !isQuoted, sentence.hasSuffix(". ") else { continue }
      sentences.append(String(sentence.dropLast(2)))
      sentence = ""
    }
    if sentence.hasSuffix(".") { sentence.removeLast() }
    return (sentences + [sentence]).map { $0.prefix(1).lowercased() + $0.dropFirst() }
  }
}
