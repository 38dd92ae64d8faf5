/// Where the figures of a run are written.
struct Placement {
  /// A figure and the input it comes from.
  struct Place {
    let input: String
    /// Within its input, from 1.
    let number: Int
  }

  /// What `-o` says; `{name}` and `{n}` stand for the input and the figure.
  private let target: String
  private let paths: [String]

  /// - Parameter places: of every figure of the run, also of those that are not written, so that
  ///   a figure's file does not depend on errors in others.
  init(of places: [Place], in target: String) {
    self.target = target
    guard target != "-" else {
      paths = places.map { _ in target }
      return
    }
    let countsWithin = target.utf8.contains(UInt8(ascii: "{")) && target.contains("{name}")
    var filled = places.enumerated().map { index, place in
      let number = countsWithin ? place.number : index + 1
      return fill(target, name: Placement.name(of: place.input), number: number)
    }
    var counts: [String: Int] = [:]
    for path in filled { counts[path, default: 0] += 1 }
    // Figures that would share a file are numbered.
    var seen: [String: Int] = [:]
    for index in filled.indices where counts[filled[index], default: 0] > 1 {
      seen[filled[index], default: 0] += 1
      filled[index] = Self.numbered(filled[index], seen[filled[index], default: 0])
    }
    paths = filled
  }

  /// Whether a target asks for a file a figure.
  static func isTemplate(_ target: String) -> Bool {
    target.contains("{name}") || target.contains("{n}")
  }

  /// The path of a figure by its position among the places.
  subscript(index: Int) -> String { paths[index] }

  /// The path with a number before its ending: `out-2.svg`.
  static func numbered(_ path: String, _ number: Int) -> String {
    let start = path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex
    guard let dot = path[start...].lastIndex(of: "."), dot != start else {
      return "\(path)-\(number)"
    }
    return "\(path[..<dot])-\(number)\(path[dot...])"
  }

  /// The input's file name without its folder and ending.
  private static func name(of input: String) -> String {
    guard input != "-" else { return "stdin" }
    let file = input.split(separator: "/").last.map(String.init) ?? input
    guard let dot = file.lastIndex(of: "."), dot != file.startIndex else { return file }
    return String(file[..<dot])
  }
}

private func fill(_ target: String, name: String, number: Int) -> String {
  var result = ""
  var rest = target[...]
  while let first = rest.first {
    if rest.hasPrefix("{name}") {
      result += name
      rest = rest.dropFirst("{name}".count)
    } else if rest.hasPrefix("{n}") {
      result += String(number)
      rest = rest.dropFirst("{n}".count)
    } else {
      result.append(first)
      rest = rest.dropFirst()
    }
  }
  return result
}
