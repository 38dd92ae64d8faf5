import ChainServer
import Testing

/// Answers as they stand on the wire.
@Suite struct HTTPResponseTests {
  private func head(_ answer: String) -> [String] {
    answer.split(separator: "\r\n\r\n", maxSplits: 1)[0].split(separator: "\r\n").map(String.init)
  }

  @Test func theLengthIsThatOfTheBody() throws {
    try RunningServer.with { server throws in
      let answer = try server.exchange(server.get("/source"))
      let lines = head(answer)
      #expect(lines[0] == "HTTP/1.1 200 OK" && lines.contains("Content-Length: 8"))
      #expect(answer.hasSuffix("\r\n\r\nthe text"))
    }
  }

  /// Nothing is kept, framed or guessed at by a browser.
  @Test func answersAreGuarded() throws {
    try RunningServer.with { server throws in
      let lines = head(try server.exchange(server.get("/")))
      for name in ["Cache-Control", "X-Content-Type-Options", "Content-Security-Policy"] {
        #expect(lines.contains { $0.hasPrefix(name + ": ") }, "\(name)")
      }
    }
  }

  @Test func refusalsHaveTheirStatusLine() throws {
    try RunningServer.with { server throws in
      #expect(try head(server.exchange(server.get("/nowhere")))[0] == "HTTP/1.1 404 Not Found")
      #expect(try head(server.exchange("x\r\n\r\n"))[0] == "HTTP/1.1 400 Bad Request")
    }
  }
}
