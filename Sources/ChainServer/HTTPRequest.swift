/// A request of HTTP/1.1, as far as a page on the same machine needs it.
package struct HTTPRequest: Hashable, Sendable {
  /// A header field; its name in lower case.
  package struct Field: Hashable, Sendable {
    package let name: String
    package let value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  package var method: String
  /// The target up to its question mark.
  package var path: String
  /// What stands behind the target's question mark, as it was sent.
  package var query = ""
  package var fields: [Field] = []
  package var body: [UInt8] = []

  package init(method: String, path: String) {
    self.method = method
    self.path = path
  }

  /// The value of a field; nil unless it was sent exactly once.
  package func only(_ name: String) -> String? {
    let values = all(name)
    return values.count == 1 ? values[0] : nil
  }

  /// The values of a field, in order.
  package func all(_ name: String) -> [String] {
    fields.filter { $0.name == name }.map(\.value)
  }
}

/// Reads one request as its bytes arrive, and no more of them than a limit.
///
/// A body needs its length: a chunked one is refused, which leaves no two ways to see where a
/// request ends. After one request the connection is closed, so none hides behind another.
package struct RequestReader {
  /// How far the request has come.
  package enum Progress: Hashable, Sendable {
    case incomplete
    case whole(HTTPRequest)
    case refused(HTTPStatus, String)
  }

  private let limits: ServerLimits
  private var bytes: [UInt8] = []
  /// Where the search for the head's end goes on.
  private var searched = 0
  private var head: (request: HTTPRequest, end: Int, length: Int)?

  package init(limits: ServerLimits) {
    self.limits = limits
  }

  /// Takes bytes that have arrived.
  package mutating func take(_ arrived: some Sequence<UInt8>) -> Progress {
    bytes.append(contentsOf: arrived)
    if head == nil {
      guard let end = endOfHead() else {
        return bytes.count <= limits.head ? .incomplete : Self.headTooLarge
      }
      guard end <= limits.head else { return Self.headTooLarge }
      do throws(Refusal) {
        let request = try request(ofHead: bytes[..<(end - 4)])
        head = (request, end, try bodyLength(of: request))
      } catch {
        return .refused(error.status, error.reason)
      }
    }
    guard let head, bytes.count >= head.end + head.length else { return .incomplete }
    var request = head.request
    request.body = Array(bytes[head.end..<(head.end + head.length)])
    return .whole(request)
  }

  private static let headTooLarge = Progress.refused(
    .headerTooLarge, "the head of the request is too large")

  private struct Refusal: Error {
    let status: HTTPStatus
    let reason: String
  }

  private mutating func endOfHead() -> Int? {
    let limit = min(bytes.count, limits.head + 4)
    while searched + 4 <= limit {
      if bytes[searched] == 13, bytes[searched + 1] == 10, bytes[searched + 2] == 13,
        bytes[searched + 3] == 10
      {
        return searched + 4
      }
      searched += 1
    }
    return nil
  }

  private func request(ofHead head: ArraySlice<UInt8>) throws(Refusal) -> HTTPRequest {
    guard head.allSatisfy({ (32...126).contains($0) || $0 == 9 || $0 == 13 || $0 == 10 }) else {
      throw Refusal(status: .badRequest, reason: "the head of the request is not plain ASCII")
    }
    // Lines end with both characters, and neither stands alone.
    let text = String(decoding: head, as: UTF8.self)
    let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)
    guard lines.allSatisfy({ !$0.unicodeScalars.contains { $0 == "\r" || $0 == "\n" } }) else {
      throw Refusal(status: .badRequest, reason: "a line of the head does not end with CRLF")
    }
    let words = lines[0].split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 3, !words[0].isEmpty, words[1].hasPrefix("/"),
      words[2] == "HTTP/1.1" || words[2] == "HTTP/1.0"
    else { throw Refusal(status: .badRequest, reason: "the request line is malformed") }
    let target = words[1].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    var request = HTTPRequest(method: String(words[0]), path: String(target[0]))
    if target.count == 2 { request.query = String(target[1]) }
    for line in lines.dropFirst() { request.fields.append(try field(line)) }
    return request
  }

  private func field(_ line: Substring) throws(Refusal) -> HTTPRequest.Field {
    let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, parts[0].utf8.allSatisfy(isNameByte) else {
      throw Refusal(status: .badRequest, reason: "a header field is malformed")
    }
    return HTTPRequest.Field(parts[0].lowercased(), trimmed(parts[1]))
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  private func bodyLength(of request: HTTPRequest) throws(Refusal) -> Int {
    let lengths = request.all("content-length")
    guard request.all("transfer-encoding").isEmpty else {
      throw Refusal(status: .lengthRequired, reason: "the body must have a Content-Length")
    }
    guard let digits = lengths.first else {
      guard request.method != "POST" else {
        throw Refusal(status: .lengthRequired, reason: "the body must have a Content-Length")
      }
      return 0
    }
    guard lengths.count == 1, !digits.isEmpty, digits.utf8.allSatisfy({ (48...57).contains($0) })
    else { throw Refusal(status: .badRequest, reason: "the Content-Length is malformed") }
    guard let length = Int(digits), length <= limits.body else {
      throw Refusal(status: .tooLarge, reason: "the text is larger than \(limits.body) bytes")
    }
    return length
  }
}

/// Without blanks and tabs at either end.
private func trimmed(_ text: Substring) -> String {
  let isBlank = { (character: Character) in character == " " || character == "\t" }
  return String(text.drop(while: isBlank).reversed().drop(while: isBlank).reversed())
}
