import Foundation
import Testing

@Suite struct ServeTests {
  private let lecture = "x1 = sin(t)\nx2 = cos(t)\nf = x1^2 + 2*x2\ndf/dt\nat t = 0.5\n"

  /// What the server makes of a text: its pictures and its diagnostics.
  private func figures(
    of text: String, _ page: ServedPage, _ query: String = ""
  ) throws -> (pictures: [[String: Any]], diagnostics: [[String: Any]]) {
    let (status, body) = try page.send("POST /figures\(query)", text)
    #expect(status == 200)
    let answer = try JSONSerialization.jsonObject(with: Data(body.utf8)) as? [String: Any]
    let report = answer?["report"] as? [String: Any]
    return (
      try #require(answer?["pictures"] as? [[String: Any]]),
      try #require(report?["diagnostics"] as? [[String: Any]])
    )
  }

  @Test func theFileIsReadWheneverThePageIsLoaded() throws {
    try Program.inFolder { program throws in
      try program.write(lecture, to: "a.txt")
      let page = try ServedPage("a.txt", in: program.folder)
      #expect(page.address == "http://127.0.0.1:\(page.port)/" && page.port >= 1024)
      #expect(try page.send("GET /source") == (200, lecture))
      try program.write("f = t\n", to: "a.txt")
      #expect(try page.send("GET /source").1 == "f = t\n")
      #expect(try page.send("GET /a.txt").0 == 404)
      #expect(try page.send("GET /../a.txt").0 == 404)
      #expect(try page.send("GET /", host: "evil.org:\(page.port)").0 == 403)
      #expect(try page.send("GET /", host: "localhost:\(page.port)").0 == 200)
      #expect(page.stop(SIGINT) == 130)
    }
  }

  @Test func figuresFollowTheTextAndTheChoices() throws {
    try Program.inFolder { program throws in
      let page = try ServedPage(in: program.folder)
      #expect(try page.send("GET /source").0 == 404)
      let (pictures, diagnostics) = try figures(of: lecture, page)
      #expect(pictures.count == 1 && diagnostics.isEmpty)
      #expect(pictures[0]["summary"] as? String == "4 nodes, 4 edges, 2 paths, checked")
      let derivation = try #require(pictures[0]["derivation"] as? String)
      #expect(derivation.contains("x1 = sin(t) = 0.4794"))
      // The picture is the program's own.
      let own = try program("render", "-", "--detail", "operations", input: lecture).output
      let detailed = try figures(of: lecture, page, "?detail=operations").pictures
      #expect(detailed.first?["svg"] as? String == own)
      let (status, svg) = try page.send("POST /svg?number=1&detail=operations", lecture)
      #expect(status == 200 && svg == own)
      for (form, start) in [
        ("png", "\u{FFFD}PNG"), ("pdf", "%PDF"), ("eps", "%!PS"), ("tikz", "\\documentclass"),
        ("latex", "\\documentclass"), ("html", "<!DOCTYPE html>"), ("dot", "digraph"),
      ] {
        let (status, file) = try page.send("POST /\(form)", lecture)
        #expect(status == 200 && file.contains(start), "\(form)")
      }
      #expect(try page.send("POST /svg?number=2", lecture).0 == 422)
      #expect(try page.send("POST /svg?theme=/etc/passwd.yaml", lecture).0 == 400)
    }
  }

  @Test func errorsBringTheirMends() throws {
    try Program.inFolder { program throws in
      let page = try ServedPage(in: program.folder)
      let (pictures, diagnostics) = try figures(of: "f = sgmoid(t)\n---\ng = t^2\ndg/dt\n", page)
      #expect(pictures.count == 1)
      let error = try #require(diagnostics.first)
      #expect(error["line"] as? Int == 1 && error["column"] as? Int == 5)
      let mend = try #require(error["replacement"] as? [String: Any])
      #expect(mend["text"] as? String == "sigmoid" && mend["endColumn"] as? Int == 11)
      #expect(try figures(of: "", page).pictures.isEmpty)
      #expect(try figures(of: "\u{0}\u{1}\"\\</script>", page).pictures.isEmpty)
    }
  }

  @Test func plotsAreDrawnToo() throws {
    try Program.inFolder { program throws in
      let page = try ServedPage(in: program.folder)
      let plot = "f(t) = t^2\nplot f, t = 0 .. 3, secants 2\n"
      let (pictures, diagnostics) = try figures(of: plot, page)
      #expect(pictures.compactMap { $0["kind"] as? String } == ["plot", "figure"])
      #expect(diagnostics.isEmpty)
      #expect(try page.send("POST /dot", plot).0 == 422)
      #expect(try page.send("POST /pdf", plot).1.hasPrefix("%PDF"))
    }
  }

  @Test func aTextNamesNoFiles() throws {
    try Program.inFolder { program throws in
      try program.write("base: dark\nbackground: \"#123456\"\n", to: "secret.yaml")
      let file = program.folder.appendingPathComponent("secret.yaml").path
      let page = try ServedPage(in: program.folder)
      for name in ["secret.yaml", file] {
        let (pictures, diagnostics) = try figures(of: lecture + "set theme \(name)\n", page)
        #expect(!pictures.contains { ($0["svg"] as? String ?? "").contains("#123456") })
        let message = try #require(diagnostics.first?["message"] as? String)
        #expect(message.contains("the file cannot be read"))
      }
    }
  }

  @Test func aHundredReadersAtOnceAreServed() throws {
    try Program.inFolder { program throws in
      let page = try ServedPage(in: program.folder)
      nonisolated(unsafe) let shared = page
      let lecture = lecture
      nonisolated(unsafe) var statuses = [Int](repeating: 0, count: 100)
      let lock = NSLock()
      DispatchQueue.concurrentPerform(iterations: 100) { number in
        let status = (try? shared.send("POST /svg", lecture).0) ?? 0
        lock.withLock { statuses[number] = status }
      }
      #expect(statuses.allSatisfy { $0 == 200 })
    }
  }

  @Test func whatCannotBeServedIsTold() throws {
    try Program.inFolder { program throws in
      let missing = try program("serve", "missing.txt")
      #expect(missing.status == 66 && missing.output.isEmpty)
      let page = try ServedPage(in: program.folder)
      let taken = try program("serve", "--port", String(page.port))
      #expect(taken.status == 73 && taken.output.isEmpty)
      #expect(taken.messages.contains("cannot listen on port \(page.port): "))
      #expect(taken.messages.contains("[port-unavailable]"))
      #expect(try program("serve", "--port", "70000").status == 64)
      #expect(page.stop(SIGTERM) == 130)
    }
  }
}
