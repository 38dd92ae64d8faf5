import ChainServer
import Testing

@Suite struct DescriptorsTests {
  @Test func anyFreePortIsTaken() throws {
    let (first, second) = (try Listener(port: 0), try Listener(port: 0))
    #expect(first.port != 0 && second.port != 0 && first.port != second.port)
  }

  /// Another server has the port, and the system's reason is told.
  @Test func aPortInUseIsRefused() throws {
    let listener = try Listener(port: 0)
    do throws(Listener.Problem) {
      _ = try Listener(port: listener.port)
      Issue.record("one port was taken twice")
    } catch {
      #expect(!error.reason.isEmpty)
    }
  }

  @Test func aPortIsFreeAgainWhenItsServerEnds() throws {
    let port = try RunningServer.with { server in server.port }
    try RunningServer.with { server throws in #expect(server.port != 0) }
    #expect(port != 0)
  }
}
