/// Sources of small figures made at random: scalars, vectors and square matrices that share their
/// operands.
///
/// The same seed gives the same source.
struct RandomSource {
  private enum Kind: CaseIterable {
    case scalar, vector, matrix
  }

  private var state: UInt64
  private var names: [Kind: [String]] = [:]
  private var lines: [String] = []
  private(set) var inputs: [String] = []

  /// A figure of so many definitions, differentiated by each of its inputs.
  init(seed: UInt64, definitions: Int, onlyScalars: Bool = false) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    addInput("s", .scalar, "R", "0.6")
    addInput("u", .scalar, "R", "-0.4")
    if !onlyScalars {
      addInput("v", .vector, "R^2", "[0.3; -0.8]")
      addInput("M", .matrix, "R^{2 x 2}", "[0.2, 0.7; -0.5, 0.9]")
    }
    for index in 1...definitions {
      let kinds = onlyScalars ? [.scalar] : Kind.allCases
      let kind = kinds[next(kinds.count)]
      let line = "d\(index) = \(expression(kind))"
      lines.append(line)
      names[kind, default: []].append("d\(index)")
    }
  }

  /// The whole source, with the last definition as the output.
  var text: String {
    let queries = inputs.map { "d d\(definitionCount)/d \($0)" }
    return (lines + queries + ["at \(point.joined(separator: ", "))"]).joined(separator: "\n")
      + "\n"
  }

  private var definitionCount: Int { lines.count - inputs.count }
  private var point: [String] = []

  private mutating func addInput(_ name: String, _ kind: Kind, _ space: String, _ value: String) {
    lines.append("\(name) : \(space)")
    names[kind, default: []].append(name)
    inputs.append(name)
    point.append("\(name) = \(value)")
  }

  /// Xorshift: the low bits are good enough to choose among a few.
  private mutating func next(_ count: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int((state >> 20) % UInt64(count))
  }

  /// A name among the latest, so that definitions build on each other.
  private mutating func name(_ kind: Kind) -> String {
    let known = names[kind] ?? []
    return known[max(0, known.count - 1 - next(min(3, known.count)))]
  }

  private mutating func expression(_ kind: Kind) -> String {
    let hasVectors = names[.vector] != nil
    switch kind {
    case .scalar:
      let (a, b) = (name(.scalar), name(.scalar))
      let scalars = ["sin(\(a))", "\(a)*\(b)", "\(a) + 2*\(b)", "\(a)/(2 + \(b)^2)", "-\(a)"]
      guard hasVectors else { return scalars[next(scalars.count)] }
      let (v, w, m) = (name(.vector), name(.vector), name(.matrix))
      let all = scalars + ["\(v)'*\(w)", "\(v)'*\(m)*\(w)", "tr(\(m))", "sum(\(m).*\(m))"]
      return all[next(all.count)]
    case .vector:
      let (s, v, w, m) = (name(.scalar), name(.vector), name(.vector), name(.matrix))
      let all = ["tanh(\(v))", "\(m)*\(v)", "\(s)*\(v)", "\(v) - \(w)", "\(v).*\(w)", "\(m)'*\(v)"]
      return all[next(all.count)]
    case .matrix:
      let (s, v, w) = (name(.scalar), name(.vector), name(.vector))
      let (m, n) = (name(.matrix), name(.matrix))
      let all = ["\(m)*\(n)", "\(v)*\(w)'", "\(s)*\(m)", "\(m)' + \(n)", "tanh(\(m))"]
      return all[next(all.count)]
    }
  }
}
