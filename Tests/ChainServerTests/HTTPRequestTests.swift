import ChainServer
import Testing

@Suite struct HTTPRequestTests {
  private func read(_ text: String, limits: ServerLimits = ServerLimits())
    -> RequestReader.Progress
  {
    var reader = RequestReader(limits: limits)
    return reader.take(text.utf8)
  }

  private func status(_ progress: RequestReader.Progress) -> HTTPStatus? {
    if case .refused(let status, _) = progress { status } else { nil }
  }

  @Test func aRequestIsReadHoweverItsBytesAreSpread() throws {
    let text = "POST /svg?number=2 HTTP/1.1\r\nHost: a\r\nContent-LENGTH: \t5 \r\n\r\nf = tGET /"
    var reader = RequestReader(limits: ServerLimits())
    var request: HTTPRequest?
    for byte in text.utf8 where request == nil {
      switch reader.take([byte]) {
      case .incomplete: continue
      case .whole(let whole): request = whole
      case .refused(let status, let reason): Issue.record("\(status): \(reason)")
      }
    }
    let whole = try #require(request)
    #expect(whole.method == "POST" && whole.path == "/svg" && whole.query == "number=2")
    #expect(whole.only("host") == "a" && whole.only("content-length") == "5")
    #expect(String(decoding: whole.body, as: UTF8.self) == "f = t")
  }

  @Test(arguments: [
    "GET /\r\n\r\n", "GET / HTTP/2\r\n\r\n", "GET http://a/ HTTP/1.1\r\n\r\n",
    "GET  / HTTP/1.1\r\n\r\n", "* * *\r\n\r\n", "\r\n\r\n", "GET / HTTP/1.1\r\nHost\r\n\r\n",
    "GET / HTTP/1.1\r\nHost : a\r\n\r\n", "GET / HTTP/1.1\r\n folded: a\r\n\r\n",
    "GET / HTTP/1.1\r\n: a\r\n\r\n", "GET / HTTP/1.1\nHost: a\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: \u{e9}\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\0\r\n\r\n",
    "POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\na",
    "POST / HTTP/1.1\r\nContent-Length: +1\r\n\r\na",
    "POST / HTTP/1.1\r\nContent-Length: 1, 1\r\n\r\na",
    "POST / HTTP/1.1\r\nContent-Length:\r\n\r\na",
  ]) func malformedRequestsAreRefused(text: String) {
    #expect(status(read(text)) == .badRequest)
  }

  @Test(arguments: [
    "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nf = t\r\n0\r\n\r\n",
    "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\nf = t",
    "POST / HTTP/1.1\r\nHost: a\r\n\r\nf = t",
  ]) func aBodyNeedsItsLength(text: String) {
    #expect(status(read(text)) == .lengthRequired)
  }

  @Test func sizesHaveLimits() {
    var limits = ServerLimits()
    limits.head = 100
    limits.body = 10
    let line = "GET /\(String(repeating: "a", count: 100)) HTTP/1.1\r\n"
    #expect(status(read(line, limits: limits)) == .headerTooLarge)
    #expect(status(read(line + "\r\n", limits: limits)) == .headerTooLarge)
    let endless = String(repeating: "a", count: 101)
    #expect(status(read(endless, limits: limits)) == .headerTooLarge)
    for length in ["11", "99999999999999999999999"] {
      let text = "POST / HTTP/1.1\r\nContent-Length: \(length)\r\n\r\n"
      #expect(status(read(text, limits: limits)) == .tooLarge)
    }
    #expect(
      read("POST / HTTP/1.1\r\nContent-Length: 10\r\n\r\n123456789", limits: limits) == .incomplete)
  }
}
