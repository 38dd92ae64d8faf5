import ChainServer
import Testing

/// What becomes of a worker concerns its own request alone.
@Suite struct WorkerTests {
  @Test func theTextGoesInAndTheFigureComesOut() throws {
    try RunningServer.with(worker: "tr a-z A-Z") { server throws in
      #expect(try server.post("/svg", "f = t").hasSuffix("\r\n\r\nF = T"))
    }
  }

  @Test(arguments: ["kill -9 $$", "kill -SEGV $$", "exit 70"])
  func oneThatBreaksDownIsAnErrorOfTheServer(worker: String) throws {
    try RunningServer.with(worker: worker) { server throws in
      #expect(try server.post("/svg", "f").hasPrefix("HTTP/1.1 5"))
      #expect(try server.exchange(server.get("/source")).hasSuffix("the text"))
    }
  }

  /// It need not read what it is given.
  @Test func oneThatDoesNotReadStillAnswers() throws {
    try RunningServer.with(worker: "exec <&-; echo done") { server throws in
      let text = String(repeating: "a", count: 200_000)
      #expect(try server.post("/svg", text).hasSuffix("done\n"))
    }
  }
}
