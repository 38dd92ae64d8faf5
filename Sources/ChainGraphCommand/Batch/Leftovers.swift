#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Figures that a batch made once and that nothing makes any more: their input is gone, or has other
/// figures now.
///
/// What somebody else may still make stays out: files of inputs that were not looked for, of other
/// options, and files that were altered since.
struct Leftovers {
  struct File: Hashable {
    /// Within the output folder.
    let path: String
    /// Seen from the current folder.
    let input: String
    let isInputGone: Bool

    var reason: String { "`\(input)` \(isInputGone ? "is gone" : "does not make it any more")" }
  }

  /// By their paths.
  let files: [File]

  /// So many are told one by one.
  static let told = 20

  /// - Parameters:
  ///   - asked: what this run's inputs make, by the input as the manifest names it.
  ///   - options: as the manifest has them.
  ///   - searched: the folders in which this run looked for inputs.
  init(
    _ manifest: inout Manifest, asked: [String: Set<String>], options: String,
    searched: [[Substring]], output: String
  ) {
    let folder = absoluteParts(output)
    var claimed = asked.values.reduce(into: Set<String>()) { $0.formUnion($1) }
    var left: [(file: File, digest: Digest)] = []
    for (path, digest, origin) in manifest.made
    where !claimed.contains(path) && !path.hasPrefix("../") && !path.contains("/../") {
      let place = absoluteParts("/" + folder.joined(separator: "/") + "/" + origin.input)
      let isAsked = asked[origin.input] != nil
      let isGone =
        !isAsked && searched.contains { place.starts(with: $0) }
        && isMissing("/" + place.joined(separator: "/"))
      guard isGone || isAsked && origin.options == options else {
        claimed.insert(path)
        continue
      }
      let input = ChainGraphCommand.path(to: place, from: absoluteParts("."))
      left.append((File(path: path, input: input, isInputGone: isGone), digest))
    }
    var files: Set<File> = []
    for (file, digest) in left where !claimed.contains(file.path) {
      if manifest.holds(file.path, digest) { files.insert(file) }
    }
    self.files = files.sorted { $0.path < $1.path }
  }
}

private func isMissing(_ path: String) -> Bool { access(path, F_OK) != 0 && errno == ENOENT }
