import ChainServer
import Foundation
import Testing

@Suite struct SiteTests {
  private let site = Site(words: "{\"functions\": []}") { Array("f = t".utf8) }

  private func response(_ method: String, _ path: String) -> HTTPResponse? {
    if case .now(let response) = site.answer(HTTPRequest(method: method, path: path)) {
      response
    } else {
      nil
    }
  }

  @Test func thePageIsWhole() throws {
    let page = try #require(response("GET", "/"))
    let html = String(decoding: page.body, as: UTF8.self)
    #expect(page.status == .ok && page.type.hasPrefix("text/html"))
    // Whatever the page and its scripts name is there.
    var named = html.matches(of: /(?:src|href)="([^"]+)"/).map { String($0.output.1) }
    var seen: Set<String> = []
    while let name = named.popLast() {
      guard seen.insert(name).inserted else { continue }
      let file = try #require(response("GET", "/" + name))
      #expect(file.status == .ok, "\(name)")
      let text = String(decoding: file.body, as: UTF8.self)
      named += text.matches(of: /from "\.\/([^"]+)"/).map { String($0.output.1) }
    }
    #expect(seen.contains("link.js") && seen.contains("serve.css"))
    #expect(!html.contains("<script>") && !html.contains(" style=") && !html.contains("onclick"))
  }

  @Test func theTextAndTheWordsAreServed() throws {
    #expect(response("GET", "/source")?.body == Array("f = t".utf8))
    #expect(response("GET", "/words.json")?.body == Array("{\"functions\": []}".utf8))
    #expect(response("HEAD", "/source")?.isHeadOnly == true)
    let empty = Site(words: "") { nil }
    if case .now(let response) = empty.answer(HTTPRequest(method: "GET", path: "/source")) {
      #expect(response.status == .notFound)
    }
  }

  @Test(arguments: [
    "/etc/passwd", "/../serve.css", "/./serve.css", "//serve.css", "/%2e%2e/serve.css",
    "/serve.css/", "/serve.css%00", "/index.html", "/..", "/\\serve.css", "/Package.swift",
  ]) func nothingElseIsServed(path: String) {
    #expect(response("GET", path)?.status == .notFound)
    #expect(response("POST", path)?.status == .notFound)
  }

  @Test func figuresAreMadeByPostAlone() {
    #expect(response("GET", "/svg")?.status == .methodNotAllowed)
    #expect(response("POST", "/svg") == nil)
    var wrong = HTTPRequest(method: "POST", path: "/svg")
    wrong.query = "theme=x.yaml"
    if case .now(let response) = site.answer(wrong) {
      #expect(response.status == .badRequest)
    } else {
      Issue.record("an unknown option was let through")
    }
  }

  @Test func examplesAreTheSamples() throws {
    let samples = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("samples")
    for example in Example.all {
      let file = samples.appendingPathComponent(example.name + ".txt")
      #expect(try String(contentsOf: file, encoding: .utf8) == example.text, "\(example.name)")
    }
    let body = try #require(response("GET", "/examples.json")?.body)
    let rows = try JSONSerialization.jsonObject(with: Data(body)) as? [[String: String]]
    #expect(rows?.map { $0["text"] } == Example.all.map(\.text))
    #expect(rows?.count ?? 0 > 10)
  }

  @Test func everyResponseIsGuarded() {
    for response in [
      HTTPResponse(type: "text/html", body: []), .error(.busy, id: "busy", "too many"),
    ] {
      let text = String(decoding: response.bytes, as: UTF8.self)
      #expect(text.contains("\r\nContent-Security-Policy: default-src 'none'; script-src 'self';"))
      for line in [
        "X-Content-Type-Options: nosniff", "Cache-Control: no-store", "Connection: close",
        "Cross-Origin-Resource-Policy: same-origin", "Referrer-Policy: no-referrer",
      ] { #expect(text.contains("\r\n\(line)\r\n")) }
      #expect(!text.contains("unsafe-inline") && !text.contains("Access-Control"))
    }
  }
}
