import CSupport
import ChainGraph

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The program as it draws for another, which tells it what through its standard input.
///
/// Graphviz cannot lay out two graphs at once in one process, and a figure that brings a process down
/// takes no other with it.
enum Worker {
  /// How the program calls itself for it; no subcommand.
  static let argument = "--batch-worker"

  static func run() -> Never {
    // An interruption is for the one who gives the work, and a worker without one ends by itself.
    signal(SIGINT, SIG_IGN)
    var input = WireBuffer()
    guard let first = next(&input) else { _exit(0) }
    let setup = WorkerSetup(first)
    var parts = LoadedParts()
    while let message = next(&input) {
      var result = InputDrawing.result(of: WorkerTask(message), setup)
      result.parts = parts.news()
      guard writeAll(result.message.bytes, to: STDOUT_FILENO) else { break }
    }
    // Nothing is left to be tidied up.
    _exit(0)
  }

  /// The next message; nil at the end.
  private static func next(_ input: inout WireBuffer) -> WireMessage? {
    while true {
      if let message = input.next() { return message }
      guard let bytes = received(from: STDIN_FILENO), !bytes.isEmpty else { return nil }
      input.append(bytes)
    }
  }
}

/// What there is to be read; empty at the end, nil if nothing can be read now.
func received(from descriptor: Int32) -> ArraySlice<UInt8>? {
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = read(descriptor, &buffer, buffer.count)
    if count >= 0 { return buffer[..<count] }
    if errno == EAGAIN { return nil }
    if errno != EINTR { return [] }
  }
}

/// The files that this process is made of: program, libraries and fonts.
struct LoadedParts {
  private var libraryCount = 0
  private var fontCount = 0

  /// All of them if there are more than before, else none.
  mutating func news() -> [String] {
    let fonts = InstalledFont.opened
    let libraries = chaingraph_loaded_count()
    guard libraries != libraryCount || fonts.count != fontCount else { return [] }
    (libraryCount, fontCount) = (libraries, fonts.count)
    var buffer = [CChar](repeating: 0, count: 1 << 16)
    let count = min(buffer.count, chaingraph_loaded_files(&buffer, buffer.count))
    let names = buffer[..<count].split(separator: 0).map { name in
      String(decoding: name.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
    var seen: Set<String> = []
    return (names + fonts).filter { seen.insert($0).inserted }
  }
}
