import ChainServer
import Foundation
import Testing

@Suite struct ConnectionTests {
  private func body(_ answer: String) -> String {
    answer.range(of: "\r\n\r\n").map { String(answer[$0.upperBound...]) } ?? ""
  }

  /// A request may come in as many pieces as the network likes.
  @Test func requestsMayComeInPieces() throws {
    try RunningServer.with { server throws in
      let client = try server.connect()
      for byte in server.posting("/svg", "f = t") { client.send(String(byte)) }
      #expect(body(client.answer()) == "f = t")
    }
  }

  @Test func oneThatIsSilentKeepsNobodyWaiting() throws {
    try RunningServer.with { server throws in
      let silent = try server.connect()
      silent.send("GET /")
      #expect(body(try server.exchange(server.get("/source"))) == "the text")
    }
  }

  @Test func largeAnswersArriveWhole() throws {
    try RunningServer.with(worker: "head -c 3000000 /dev/zero | tr '\\0' a") { server throws in
      #expect(body(try server.post("/svg", "f")).utf8.count == 3_000_000)
    }
  }
}
