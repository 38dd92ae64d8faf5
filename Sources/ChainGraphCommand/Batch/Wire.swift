/// A message between the program and its workers: strings of bytes, each behind its length, and the
/// length of all before them.
struct WireMessage {
  private(set) var fields: [[UInt8]] = []

  init() {}

  mutating func append(_ bytes: [UInt8]) { fields.append(bytes) }
  mutating func append(_ text: String) { fields.append(Array(text.utf8)) }
  mutating func append(_ number: some BinaryInteger) { append(String(Int64(number))) }

  mutating func append(_ list: [String]) {
    append(list.count)
    for item in list { append(item) }
  }

  /// The message as it is sent.
  var bytes: [UInt8] {
    let count = fields.reduce(0) { $0 + 4 + $1.count }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(4 + count)
    bytes.append(length: count)
    for field in fields {
      bytes.append(length: field.count)
      bytes += field
    }
    return bytes
  }

  fileprivate init(content: ArraySlice<UInt8>) {
    var rest = content
    while let count = rest.takeLength(), count <= rest.count {
      fields.append(Array(rest.prefix(count)))
      rest = rest.dropFirst(count)
    }
  }
}

/// Takes a message's fields in the order in which they were appended; what is missing is empty.
struct WireReader {
  private var rest: ArraySlice<[UInt8]>

  init(_ message: WireMessage) { rest = message.fields[...] }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func bytes() -> [UInt8] { rest.popFirst() ?? [] }
  mutating func text() -> String { String(decoding: bytes(), as: UTF8.self) }
  mutating func number() -> Int64 { Int64(text()) ?? 0 }
  mutating func list() -> [String] { (0..<max(0, number())).map { _ in text() } }
}

/// Bytes as they come, and the whole messages among them.
struct WireBuffer {
  private var bytes: [UInt8] = []

  mutating func append(_ received: some Sequence<UInt8>) { bytes += received }

  /// The next whole message; nil until there is one.
  mutating func next() -> WireMessage? {
    var rest = bytes[...]
    guard let count = rest.takeLength(), count <= rest.count else { return nil }
    let message = WireMessage(content: rest.prefix(count))
    bytes.removeFirst(4 + count)
    return message
  }
}

extension [UInt8] {
  fileprivate mutating func append(length: Int) {
    let length = UInt32(truncatingIfNeeded: length)
    for shift in [0, 8, 16, 24] as [UInt32] { append(UInt8(truncatingIfNeeded: length >> shift)) }
  }
}

extension ArraySlice<UInt8> {
  fileprivate mutating func takeLength() -> Int? {
    guard count >= 4 else { return nil }
    var length = 0
    for shift in [0, 8, 16, 24] { length |= Int(removeFirst()) << shift }
    return length
  }
}
