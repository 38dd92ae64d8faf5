import CSupport

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A SHA-256 hash.
struct Digest: Hashable {
  private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  /// Nil where the library that computes it is missing.
  init?(of bytes: UnsafeRawBufferPointer) {
    let isComputed = withUnsafeMutableBytes(of: &words) { result in
      chaingraph_sha256(
        bytes.baseAddress, bytes.count,
        result.baseAddress?.assumingMemoryBound(to: UInt8.self))
    }
    guard isComputed else { return nil }
  }

  init?(of bytes: [UInt8]) {
    guard let digest = bytes.withUnsafeBytes({ Digest(of: $0) }) else { return nil }
    self = digest
  }

  /// The hash of a file's content; nil also of a file that cannot be read.
  init?(ofFile path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    let size = Int(status.st_size)
    guard size > 0 else {
      self.init(of: [])
      return
    }
    guard let content = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0),
      content != MAP_FAILED
    else { return nil }
    defer { munmap(content, size) }
    self.init(of: UnsafeRawBufferPointer(start: content, count: size))
  }

  /// From 64 hexadecimal digits; nil of anything else.
  init?(hex: some Collection<UInt8>) {
    guard hex.count == 64 else { return nil }
    var isHexadecimal = true
    withUnsafeMutableBytes(of: &words) { result in
      for (index, digit) in hex.enumerated() {
        guard let value = hexadecimalValue(digit) else {
          isHexadecimal = false
          return
        }
        result[index / 2] = result[index / 2] << 4 | value
      }
    }
    guard isHexadecimal else { return nil }
  }

  var bytes: [UInt8] { withUnsafeBytes(of: words) { Array($0) } }

  /// 64 hexadecimal digits.
  var hex: [UInt8] {
    let digits = Array("0123456789abcdef".utf8)
    return bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
  }

  static func == (a: Digest, b: Digest) -> Bool { a.words == b.words }

  /// A part of a hash is a hash.
  func hash(into hasher: inout Hasher) { hasher.combine(words.0) }
}

/// The value of a hexadecimal digit in lower case; nil of anything else.
func hexadecimalValue(_ digit: UInt8) -> UInt8? {
  switch digit {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
  default: nil
  }
}
