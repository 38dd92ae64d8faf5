#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An entry of a folder.
struct FolderEntry {
  enum Kind: Hashable {
    case file, folder, other
  }

  let name: String
  let kind: Kind
}

/// What a folder holds, by name; nothing of one that cannot be read.
///
/// Links are followed.
func folderEntries(_ path: String) -> [FolderEntry] {
  guard let folder = opendir(path) else { return [] }
  defer { closedir(folder) }
  var entries: [FolderEntry] = []
  while let entry = readdir(folder) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
      field.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
    }
    guard name != ".", name != ".." else { continue }
    let kind: FolderEntry.Kind =
      switch Int32(entry.pointee.d_type) {
      case Int32(DT_REG): .file
      case Int32(DT_DIR): .folder
      default: kindOfFile(path + "/" + name)
      }
    entries.append(FolderEntry(name: name, kind: kind))
  }
  return entries.sorted { $0.name < $1.name }
}

/// What a path leads to; `other` also where there is nothing.
func kindOfFile(_ path: String) -> FolderEntry.Kind {
  var status = stat()
  guard stat(path, &status) == 0 else { return .other }
  switch status.st_mode & S_IFMT {
  case S_IFREG: return .file
  case S_IFDIR: return .folder
  default: return .other
  }
}

/// The parts of a path seen from the root, without `.` and `..`; links are not resolved.
func absoluteParts(_ path: String) -> [Substring] {
  var parts: [Substring] = []
  let whole = path.hasPrefix("/") ? path : currentFolder() + "/" + path
  for part in whole.split(separator: "/") where part != "." {
    if part == ".." { _ = parts.popLast() } else { parts.append(part) }
  }
  return parts
}

/// The way to a place from a folder, both seen from the root.
func path(to place: [Substring], from folder: [Substring]) -> String {
  let shared = zip(place, folder).prefix { $0 == $1 }.count
  let up = Array(repeating: Substring(".."), count: folder.count - shared)
  return (up + place.dropFirst(shared)).joined(separator: "/")
}

/// A path as a file names it that lies in a folder; the folder is given with its slash, or empty.
func resolved(_ path: String, in folder: String) -> String {
  path.hasPrefix("/") ? path : folder + path
}

/// The folder that a file lies in, with its slash; empty where the path names none.
func folder(of path: String) -> String { path.lastIndex(of: "/").map { String(path[...$0]) } ?? "" }

private func currentFolder() -> String {
  guard let path = getcwd(nil, 0) else { return "" }
  defer { free(path) }
  return String(cString: path)
}
