import ChainServer
import Foundation
import Testing

/// The server as clients meet it, kind ones and others, over real sockets.
@Suite struct ServerTests {
  private func isAnswered(_ answer: String, _ status: Int) -> Bool {
    answer.hasPrefix("HTTP/1.1 \(status) ")
  }

  private func body(_ answer: String) -> String {
    answer.range(of: "\r\n\r\n").map { String(answer[$0.upperBound...]) } ?? ""
  }

  @Test func filesAndFiguresAreServed() throws {
    try RunningServer.with(worker: "echo $1; cat") { server throws in
      #expect(body(try server.exchange(server.get("/source"))) == "the text")
      let head = try server.exchange("HEAD / HTTP/1.1\r\nHost: localhost:\(server.port)\r\n\r\n")
      #expect(isAnswered(head, 200) && body(head).isEmpty && head.contains("Content-Length: "))
      let figure = try server.post("/svg", "f = t")
      #expect(isAnswered(figure, 200) && body(figure) == "svg\nf = t")
      #expect(figure.contains("filename=\"figure.svg\"") && figure.contains("image/svg+xml"))
    }
  }

  @Test func foreignersAreRefused() throws {
    try RunningServer.with { server throws in
      #expect(isAnswered(try server.exchange("GET / HTTP/1.1\r\nHost: evil.org\r\n\r\n"), 403))
      let posting = server.posting("/svg", "f = t")
      let foreign = posting.replacingOccurrences(
        of: "\r\nContent", with: "\r\nOrigin: http://evil.org\r\nContent")
      #expect(isAnswered(try server.exchange(foreign), 403))
      #expect(isAnswered(try server.exchange(server.get("/../../etc/passwd")), 404))
      #expect(isAnswered(try server.exchange("PUT / HTTP/1.1\r\nHost: localhost:1\r\n\r\n"), 403))
      #expect(isAnswered(try server.exchange("nonsense\r\n\r\n"), 400))
    }
  }

  @Test func largeRequestsAreRefusedAndTheAnswerArrives() throws {
    try RunningServer.with(worker: "wc -c") { server throws in
      let limit = ServerLimits().body
      let fitting = String(repeating: "a", count: limit)
      #expect(body(try server.post("/svg", fitting)).contains("\(limit)"))
      // The client sends all of it before it reads.
      #expect(isAnswered(try server.post("/svg", fitting + "a"), 413))
      #expect(isAnswered(try server.exchange(String(repeating: "a", count: 1 << 20)), 431))
      let chunked =
        "POST /svg HTTP/1.1\r\nHost: localhost:\(server.port)\r\n"
        + "Transfer-Encoding: chunked\r\n\r\n100000\r\n" + fitting
      #expect(isAnswered(try server.exchange(chunked), 411))
    }
  }

  @Test func slowRequestsEnd() throws {
    try RunningServer.with({ $0.arrival = 200 }) { server throws in
      // Bytes that drip in do not put the end off.
      let slow = try server.connect()
      let silent = try server.connect()
      slow.send("GET / HT")
      Thread.sleep(forTimeInterval: 0.1)
      slow.send("TP/1.1\r\nX: y\r\n")
      #expect(isAnswered(slow.answer(), 408))
      #expect(isAnswered(silent.answer(), 408))
      let bodiless = server.posting("/svg", "f = t").dropLast(2)
      #expect(isAnswered(try server.exchange(String(bodiless)), 408))
    }
  }

  @Test func aWorkerThatFailsCostsItsRequestOnly() throws {
    let script = """
      read word
      case $word in
        crash) kill -SEGV $$ ;;
        hang) exec sleep 100 ;;
        deaf) exec >&-; exec sleep 100 ;;
        flood) exec yes ;;
        silent) exit 70 ;;
        wrong) echo '{"error": {}}'; exit 1 ;;
        *) echo $word ;;
      esac
      """
    try RunningServer.with(worker: script) {
      $0.working = 700
      $0.output = 1 << 20
    } _: { server throws in
      #expect(isAnswered(try server.post("/figures", "crash\n"), 500))
      #expect(isAnswered(try server.post("/figures", "hang\n"), 504))
      #expect(isAnswered(try server.post("/figures", "deaf\n"), 504))
      #expect(isAnswered(try server.post("/figures", "flood\n"), 500))
      #expect(isAnswered(try server.post("/figures", "silent\n"), 500))
      let wrong = try server.post("/figures", "wrong\n")
      #expect(isAnswered(wrong, 422) && body(wrong) == "{\"error\": {}}\n")
      let well = try server.post("/figures", "well\n")
      #expect(body(well) == "well\n")
    }
  }

  @Test func aMissingWorkerIsAnError() throws {
    let listener = try Listener(port: 0)
    let port = listener.port
    let server = try #require(
      Server(
        listener: listener, site: Site(words: "") { nil }, program: ["/no/such/program"],
        limits: ServerLimits()))
    let stop = server.stopDescriptor
    nonisolated(unsafe) let moved = server
    Thread { moved.run() }.start()
    let client = try Client(port: port)
    client.send("POST /svg HTTP/1.1\r\nHost: localhost:\(port)\r\nContent-Length: 1\r\n\r\na")
    #expect(isAnswered(client.answer(), 500))
    var byte: UInt8 = 0
    write(stop, &byte, 1)
  }

  @Test func aClientThatGoesTakesItsWorkerAlong() throws {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("chaingraph-worker-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    try RunningServer.with(worker: "echo $$ >\(file.path); exec sleep 100") { server throws in
      let client = try server.connect()
      client.send(server.posting("/svg", "f = t"))
      var process: pid_t?
      while process == nil {
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        if text.hasSuffix("\n") { process = pid_t(text.dropLast()) }
        Thread.sleep(forTimeInterval: 0.005)
      }
      client.close()
      let worker = try #require(process)
      while kill(worker, 0) == 0 { Thread.sleep(forTimeInterval: 0.005) }
      #expect(errno == ESRCH)
    }
  }

  @Test func manyAtOnceAreAllServed() throws {
    // More than the connections that are held at once, which in turn are more than the workers.
    try RunningServer.with(worker: "cat", { $0.connections = 20 }) { server throws in
      let clients = try (0..<100).map { number in
        let client = try server.connect()
        client.send(server.posting("/svg", "text \(number)"))
        return client
      }
      for (number, client) in clients.enumerated() {
        #expect(body(client.answer()) == "text \(number)")
      }
    }
  }

  @Test func whoSendsWithoutEndIsCutOffAndOthersAreServed() throws {
    try RunningServer.with { server throws in
      let flood = try server.connect()
      let block = String(repeating: "a", count: 1 << 20)
      let ended = DispatchSemaphore(value: 0)
      nonisolated(unsafe) let sender = flood
      Thread {
        // Until the server closes the connection.
        while sender.send(block) {}
        ended.signal()
      }.start()
      for _ in 0..<5 {
        let source = try server.exchange(server.get("/source"))
        #expect(body(source) == "the text")
      }
      ended.wait()
    }
  }

  @Test func fewWorkersRunAtOnceAndTheRestIsTurnedAway() throws {
    try RunningServer.with(worker: "exec sleep 100") {
      $0.workers = 1
      $0.queueing = 200
      $0.working = 2_000
    } _: { server throws in
      let first = try server.connect()
      first.send(server.posting("/svg", "a"))
      let second = try server.connect()
      second.send(server.posting("/svg", "b"))
      let answer = second.answer()
      #expect(isAnswered(answer, 503) && answer.contains("\r\nRetry-After: 1\r\n"))
      #expect(isAnswered(first.answer(), 504))
    }
  }

  @Test func onePortIsForOneServer() throws {
    try RunningServer.with { server throws in
      _ = #expect(throws: Listener.Problem.self) { try Listener(port: server.port) }
    }
  }
}
