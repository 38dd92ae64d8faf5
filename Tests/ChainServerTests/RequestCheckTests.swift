import ChainServer
import Testing

@Suite struct RequestCheckTests {
  private func status(
    _ method: String, _ path: String, _ fields: [(String, String)]
  ) -> Int? {
    var request = HTTPRequest(method: method, path: path)
    request.fields = fields.map { HTTPRequest.Field($0.0, $0.1) }
    return request.refusal(port: 8000)?.status.rawValue
  }

  @Test func onlyThisMachineIsTheHost() {
    #expect(status("GET", "/", [("host", "127.0.0.1:8000")]) == nil)
    #expect(status("GET", "/", [("host", "localhost:8000")]) == nil)
    for host in [
      "127.0.0.1", "127.0.0.1:80", "localhost.evil.org:8000", "evil.org", "evil.org:8000", "",
      "127.0.0.1:8000.evil.org", "[::1]:8000", "0.0.0.0:8000", "127.0.0.1:8000, evil.org",
    ] {
      #expect(status("GET", "/", [("host", host)]) == 403, "\(host)")
    }
    #expect(status("GET", "/", []) == 403)
    #expect(status("GET", "/", [("host", "127.0.0.1:8000"), ("host", "127.0.0.1:8000")]) == 403)
  }

  @Test func onlyThePageItselfIsTheOrigin() {
    let host = ("host", "localhost:8000")
    #expect(status("POST", "/figures", [host, ("origin", "http://localhost:8000")]) == nil)
    for origin in [
      "http://127.0.0.1:8000", "https://localhost:8000", "http://localhost", "http://evil.org",
      "null", "",
    ] {
      #expect(status("POST", "/figures", [host, ("origin", origin)]) == 403, "\(origin)")
    }
  }

  @Test func otherSitesMayOnlyLinkToThePage() {
    let host = ("host", "localhost:8000")
    let mode = ("sec-fetch-mode", "navigate")
    let document = ("sec-fetch-dest", "document")
    for site in ["same-origin", "none"] {
      #expect(status("POST", "/svg", [host, ("sec-fetch-site", site)]) == nil)
    }
    for site in ["cross-site", "same-site", "unheard-of"] {
      let field = ("sec-fetch-site", site)
      #expect(status("POST", "/svg", [host, field]) == 403)
      #expect(status("GET", "/", [host, field]) == 403)
      #expect(status("GET", "/", [host, field, mode, document]) == nil)
      #expect(status("GET", "/source", [host, field, mode, document]) == 403)
      #expect(status("GET", "/", [host, field, mode, ("sec-fetch-dest", "iframe")]) == 403)
    }
  }

  @Test(arguments: ["PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "get"])
  func otherMethodsAreRefused(method: String) {
    #expect(status(method, "/", [("host", "localhost:8000")]) == 405)
  }
}
