#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An input of a batch.
struct BatchInput: Hashable {
  /// As findings name it; `-` is standard input.
  let path: String
  /// What its figures are called: its path below the folder that all inputs share, without its ending.
  let stem: String
  /// Whether it was named itself, rather than found in a folder.
  let isNamed: Bool

  /// Whether figures stand in fenced blocks.
  var isMarkdown: Bool { isMarkdownFile(path) }
}

/// Finds the inputs that arguments name: files, folders and patterns.
///
/// A folder stands for the sources below it: files that end in `.txt` or `.chaingraph`, and Markdown,
/// hidden ones aside. A pattern has `*`, `?` and `[…]` within a name, `**` for any number of
/// folders.
struct InputSearch {
  /// The inputs, each once, in the order of the arguments and within one by name.
  private(set) var inputs: [BatchInput] = []
  /// What was named and is not there.
  private(set) var missing: [Failure] = []

  private let output: [Substring]
  private var found: [(path: String, parts: [Substring], isNamed: Bool)] = []
  private var seen: Set<[Substring]> = []
  /// Of every argument, the folder that its figures' names begin below.
  private var roots: [[Substring]] = []
  /// Folders of which all sources were asked for, or all of a pattern.
  private(set) var searched: [[Substring]] = []

  /// - Parameter output: the folder of the figures, which is not searched where it lies below a
  ///   folder that is.
  init(_ arguments: [String], output: String) {
    self.output = absoluteParts(output)
    for argument in arguments { search(argument) }
    let shared = roots.dropFirst().reduce(roots.first ?? []) { shared, root in
      Array(zip(shared, root).prefix { $0 == $1 }.map(\.0))
    }
    inputs = found.map { path, parts, isNamed in
      let stem = path == "-" ? "stdin" : parts.dropFirst(shared.count).joined(separator: "/")
      return BatchInput(path: path, stem: withoutEnding(stem), isNamed: isNamed)
    }
  }

  private mutating func search(_ argument: String) {
    if argument == "-" { return add("-", ["-"], isNamed: true) }
    if kindOfFile(argument) == .folder {
      let parts = absoluteParts(argument)
      roots.append(parts)
      searched.append(parts)
      return walk(argument, parts, depth: 0)
    }
    if access(argument, F_OK) != 0, argument.contains(where: { "*?[".contains($0) }) {
      return match(argument)
    }
    let parts = absoluteParts(argument)
    // What is not there says nothing of where figures belong.
    if access(argument, F_OK) == 0 { roots.append(Array(parts.dropLast())) }
    add(argument, parts, isNamed: true)
  }

  private mutating func add(_ path: String, _ parts: [Substring], isNamed: Bool) {
    if seen.insert(parts).inserted { found.append((path, parts, isNamed)) }
  }

  private mutating func walk(_ folder: String, _ parts: [Substring], depth: Int) {
    // A link may lead to a folder above itself.
    guard depth < 64 else { return }
    for entry in folderEntries(folder) where !entry.name.hasPrefix(".") {
      let path = joined(folder, entry.name)
      let below = parts + [Substring(entry.name)]
      switch entry.kind {
      case .folder where below != output: walk(path, below, depth: depth + 1)
      case .file where isSourceFile(entry.name): add(path, below, isNamed: false)
      default: break
      }
    }
  }
}

extension InputSearch {
  private mutating func match(_ pattern: String) {
    let parts = pattern.split(separator: "/").map(String.init)
    let fixed = parts.prefix { part in !part.contains { "*?[".contains($0) } }
    let start = (pattern.hasPrefix("/") ? "/" : "") + fixed.joined(separator: "/")
    var paths: [String] = []
    expand(start, parts.dropFirst(fixed.count), depth: 0, into: &paths)
    guard !paths.isEmpty else {
      missing.append(.unreadable(path: pattern, reason: "No file matches the pattern"))
      return
    }
    let folder = absoluteParts(start.isEmpty ? "." : start)
    roots.append(folder)
    searched.append(folder)
    for path in paths {
      let parts = absoluteParts(path)
      if kindOfFile(path) == .folder {
        walk(path, parts, depth: 0)
      } else {
        add(path, parts, isNamed: false)
      }
    }
  }

  private func expand(
    _ folder: String, _ patterns: ArraySlice<String>, depth: Int, into paths: inout [String]
  ) {
    guard let pattern = patterns.first, depth < 64 else {
      if patterns.isEmpty { paths.append(folder) }
      return
    }
    let rest = patterns.dropFirst()
    if pattern == "**" { expand(folder, rest.isEmpty ? ["*"] : rest, depth: depth, into: &paths) }
    for entry in folderEntries(folder.isEmpty ? "." : folder) {
      let path = folder.isEmpty ? entry.name : joined(folder, entry.name)
      if pattern == "**" {
        guard entry.kind == .folder, !entry.name.hasPrefix("."), absoluteParts(path) != output
        else { continue }
        expand(path, patterns, depth: depth + 1, into: &paths)
      } else if fnmatch(pattern, entry.name, FNM_PERIOD) == 0,
        rest.isEmpty || entry.kind == .folder
      {
        expand(path, rest, depth: depth, into: &paths)
      }
    }
  }
}

private func joined(_ folder: String, _ name: String) -> String {
  folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
}

private func withoutEnding(_ path: String) -> String {
  let start = path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex
  guard let dot = path[start...].lastIndex(of: "."), dot != start else { return path }
  return String(path[..<dot])
}

private func isMarkdownFile(_ name: String) -> Bool {
  let name = name.lowercased()
  return [".md", ".markdown", ".qmd"].contains { name.hasSuffix($0) }
}

private func isSourceFile(_ name: String) -> Bool {
  let lower = name.lowercased()
  return lower.hasSuffix(".txt") || lower.hasSuffix(".chaingraph") || isMarkdownFile(name)
}
