#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A font file in memory, and the tables it has.
///
/// Microsoft's "OpenType Specification" 1.9 says what stands in a font. The file is mapped, so that
/// only what is looked at is read.
struct FontFile: ~Copyable {
  private let bytes: UnsafeRawBufferPointer
  /// Where the first face begins, which is not at the start of a collection.
  private let start: Int

  /// Nil when the file cannot be read or holds no font.
  init?(path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_size > 0,
      let memory = mmap(nil, Int(status.st_size), PROT_READ, MAP_PRIVATE, descriptor, 0),
      memory != MAP_FAILED
    else { return nil }
    let bytes = UnsafeRawBufferPointer(start: memory, count: Int(status.st_size))
    let file = FontTable(bytes)
    let start = file.u32(0) == tag("ttcf") ? file.u32(12) : 0
    guard [0x1_0000, tag("OTTO"), tag("true")].contains(file.u32(start)) else {
      munmap(memory, bytes.count)
      return nil
    }
    self.bytes = bytes
    self.start = start
  }

  deinit {
    munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
  }

  /// Empty if there is no table of this name.
  func table(_ name: StaticString) -> FontTable { table(tag(name)) }

  func table(_ tag: Int) -> FontTable {
    let file = FontTable(bytes)
    for entry in 0..<file.u16(start + 4) {
      let place = start + 12 + 16 * entry
      if file.u32(place) == tag {
        return file.part(from: file.u32(place + 8), length: file.u32(place + 12))
      }
    }
    return .empty
  }
}

/// Four letters as the number they are in a file.
func tag(_ name: StaticString) -> Int {
  name.withUTF8Buffer { $0.reduce(0) { $0 << 8 | Int($1) } }
}
