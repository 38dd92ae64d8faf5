import ChainServer
import Testing

@Suite struct ServerLimitsTests {
  @Test func everythingIsBounded() {
    let limits = ServerLimits()
    #expect((1...(16 << 20)).contains(limits.body) && limits.workers >= 1)
    #expect((1...60_000).contains(limits.arrival))
  }

  @Test func aSmallerLimitHolds() throws {
    try RunningServer.with({ $0.body = 10 }) { server throws in
      #expect(try server.post("/svg", "0123456789").hasPrefix("HTTP/1.1 200 "))
      #expect(try server.post("/svg", "0123456789a").hasPrefix("HTTP/1.1 413 "))
    }
  }
}
