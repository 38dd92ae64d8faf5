import Foundation
import Testing

@Suite struct BatchTests {
  private func source(_ number: Int) -> String {
    "u = sin(\(number)*x)\nf = u^2 + \(number)\ndf/dx\nat x = 0.5\n"
  }

  /// Runs with a folder `in` of so many sources.
  private func withSources(_ count: Int, _ body: (Program) throws -> Void) throws {
    try Program.inFolder { program throws in
      try program.makeFolder("in")
      for number in 1...count { try program.write(source(number), to: "in/s\(number).txt") }
      try body(program)
    }
  }

  @Test func onlyWhatChangedIsMadeAgain() throws {
    try withSources(3) { program in
      let run = { try program("batch", "in", "-o", "out", "-f", "svg,pdf").messages }
      #expect(try run().contains("made 3 (6 files), unchanged 0, failed 0 in "))
      let before = try program.read("out/s2.svg")
      #expect(try run().contains("made 0 (0 files), unchanged 3, failed 0 in "))
      try program.write(source(7), to: "in/s2.txt")
      #expect(try run().contains("made 1 (2 files), unchanged 2"))
      #expect(try program.read("out/s2.svg") != before)
      try program.remove("out/s1.pdf")
      #expect(try run().contains("made 1 (2 files), unchanged 2"))
      try program.write("altered", to: "out/s3.svg")
      #expect(try run().contains("made 1 (2 files), unchanged 2"))
      #expect(try program.read("out/s3.svg").hasPrefix("<?xml"))
      try program.remove("out/.chaingraph")
      #expect(try run().contains("made 3 (6 files), unchanged 0"))
      let other = try program("batch", "in", "-o", "out", "-f", "svg,pdf", "--digits", "3").messages
      #expect(other.contains("made 3"))
      let forced = try program("batch", "in", "-o", "out", "-f", "svg", "--force").messages
      #expect(forced.contains("made 3 (3 files)"))
    }
  }

  /// What was found in an input is said at every run, in the form that this run asks for.
  @Test func findingsAreRepeated() throws {
    try withSources(1) { program in
      try program.write("f = abs(x)\ndf/dx\nat x = 0\n", to: "in/kink.txt")
      func run(_ style: String) throws -> String {
        try program("batch", "in", "-o", "out", "--diagnostics", style).messages
      }
      let finding = "in/kink.txt:1:5: warning: the point lies on a kink"
      #expect(try run("human").contains("made 2"))
      let again = try run("human")
      #expect(again.hasPrefix(finding) && again.contains("  |     ^^^^^^\n"))
      #expect(again.contains("made 0 (0 files), unchanged 2"))
      let short = try run("short")
      #expect(short.hasPrefix(finding) && !short.contains("^^^"))
      _ = try run("json")
      #expect(try run("json").contains(#""id": "kink""#))
    }
  }

  @Test func figuresWithoutASourceAreToldAndRemovedIfAsked() throws {
    try withSources(3) { program in
      try program.makeFolder("in/deep")
      try program.write(source(4), to: "in/deep/s4.txt")
      try program.write(source(5) + "---\n" + source(6), to: "in/two.txt")
      let run = { (options: [String]) in
        try program(["batch", "in", "-o", "out", "--diagnostics", "short"] + options)
      }
      #expect(try run([]).messages.contains("made 5 (6 files)"))
      for gone in ["in/s1.txt", "in/s2.txt", "in/deep"] { try program.remove(gone) }
      try program.write(source(5), to: "in/two.txt")
      try program.write(source(2), to: "in/s2.chaingraph")
      try program.write("f = (x\n", to: "in/s3.txt")
      let told = """
        out/deep/s4.svg: warning: `in/deep/s4.txt` is gone [left-over]
        out/s1.svg: warning: `in/s1.txt` is gone [left-over]
        out/two-1.svg: warning: `in/two.txt` does not make it any more [left-over]
        out/two-2.svg: warning: `in/two.txt` does not make it any more [left-over]
        made
        """
      let first = try run([])
      #expect(first.status == 1 && first.messages.contains(told))
      // Of other inputs, other options and shards nothing is said.
      #expect(try !program("batch", "in/two.txt", "-o", "out").messages.contains("s1"))
      #expect(try !run(["--shard", "1/1"]).messages.contains("[left-over]"))
      try program.write("altered by hand", to: "out/s1.svg")
      let pruned = try run(["--prune"]).messages
      #expect(pruned.contains("removed out/two-1.svg: `in/two.txt` does not make it any more"))
      #expect(
        try program.files().filter { $0.hasSuffix(".svg") }
          == ["out/s1.svg", "out/s2.svg", "out/s3.svg", "out/two.svg"])
      #expect(try !run([]).messages.contains("[left-over]"))
      #expect(try run(["--prune", "--shard", "1/2"]).status == 64)
    }
  }

  @Test func figuresAreThoseOfRender() throws {
    try withSources(1) { program in
      _ = try program("batch", "in", "-o", "out", "-f", "svg,json,tikz,dot,html")
      for ending in ["svg", "json", "html", "dot", "tex"] {
        let format = ending == "tex" ? "tikz" : ending
        let one = try program("render", "in/s1.txt", "-f", format, "-o", "-")
        #expect(try program.read("out/s1.\(ending)") == one.output)
      }
    }
  }

  @Test func aThemeFileThatChangesMakesItsFiguresAgain() throws {
    try withSources(1) { program in
      try program.write("base: dark\ntext: \"#fefefe\"\n", to: "in/brand.yaml")
      try program.write("set theme brand.yaml\n" + source(2), to: "in/themed.txt")
      #expect(try program("batch", "in", "-o", "out").messages.contains("made 2"))
      #expect(try program("batch", "in", "-o", "out").messages.contains("unchanged 2"))
      try program.write("base: dark\ntext: \"#fdfdfd\"\n", to: "in/brand.yaml")
      #expect(
        try program("batch", "in", "-o", "out").messages.contains("made 1 (1 file), unchanged 1"))
      #expect(try program.read("out/themed.svg").contains("#fdfdfd"))
    }
  }

  @Test func aBadInputStopsNoOther() throws {
    try withSources(2) { program in
      try program.write("f = sgmoid(x)\ndf/dx\n", to: "in/bad.txt")
      try program.write(
        "# Notes\n\n```chaingraph\n\(source(3))```\n\n```chaingraph\nf = (x\ndf/dx\n```\n",
        to: "in/notes.md")
      let result = try program("batch", "in", "-o", "out", "missing.txt")
      #expect(result.status == 66)
      #expect(result.messages.contains("in/bad.txt:1:5: error: "))
      #expect(result.messages.contains("in/notes.md:11:"))
      #expect(result.messages.contains("missing.txt"))
      #expect(result.messages.contains("made 2 (3 files), unchanged 0, failed 3"))
      for name in ["s1.svg", "s2.svg", "notes-1.svg"] { #expect(program.exists("out/" + name)) }
      #expect(!program.exists("out/bad.svg") && !program.exists("out/notes-2.svg"))
      #expect(try program("batch", "in", "-o", "out").status == 1)
    }
  }

  @Test func foldersAndPatternsKeepTheirPlaces() throws {
    try Program.inFolder { program throws in
      for folder in ["set/a", "set/b/deep"] { try program.makeFolder(folder) }
      try program.write(source(1), to: "set/a/one.txt")
      try program.write(source(2), to: "set/b/deep/one.txt")
      #expect(try program("batch", "set/**/*.txt", "-o", "out").status == 0)
      #expect(program.exists("out/a/one.svg") && program.exists("out/b/deep/one.svg"))
      try program.write(source(3), to: "set/a/one.chaingraph")
      let clash = try program("batch", "set", "-o", "clash")
      #expect(clash.status == 1 && clash.messages.contains("[same-output]"))
    }
  }

  @Test func shardsAreDisjointAndMakeTheWhole() throws {
    try withSources(9) { program in
      for shard in 1...3 {
        let run = try program("batch", "in", "-o", "part\(shard)", "--shard", "\(shard)/3")
        #expect(run.status == 0)
      }
      let parts = try (1...3).map { shard in
        try program.files().filter { $0.hasPrefix("part\(shard)/") && $0.hasSuffix(".svg") }
          .map { $0.dropFirst(6) }
      }
      #expect(parts.joined().count == 9 && Set(parts.joined()).count == 9)
      #expect(parts.allSatisfy { $0.count < 9 })
      for shard in 1...3 { try program.merge("part\(shard)", into: "all") }
      let whole = try program("batch", "in", "-o", "all")
      #expect(whole.messages.contains("made 0 (0 files), unchanged 9"))
    }
  }

  @Test func makeIsToldWhatDependsOnWhat() throws {
    try withSources(40) { program in
      try program.write(source(2), to: "in/with space.txt")
      #expect(try program("batch", "in", "-o", "out", "--deps", "deps.mk").status == 0)
      let rules = try program.read("deps.mk")
      #expect(rules.contains("out/s1.svg: in/s1.txt"))
      #expect(rules.contains("out/with\\ space.svg: in/with\\ space.txt"))
      #expect(try program("batch", "in", "-o", "out", "--deps", "again.mk").status == 0)
      #expect(try program.read("again.mk") == rules)
    }
  }

  @Test func aFolderThatCannotBeWrittenIsSaid() throws {
    try withSources(1) { program in
      try program.write("", to: "file")
      let result = try program("batch", "in", "-o", "file")
      #expect(result.status == 73 && result.messages.contains("file"))
      #expect(try program("batch", "in", "-o", "out", "--shard", "4/3").status == 64)
      #expect(try program("batch", "in", "-o", "out", "-f", "gif").status == 64)
      #expect(try program("batch", "in", "-o", "out", "-j", "0").status == 64)
    }
  }

  /// A number of workers that are ended while they draw cost no figure.
  @Test func aWorkerThatIsKilledCostsNothing() throws {
    try withSources(300) { program in
      let batch = try program.start("batch", "in", "-o", "out", "-j2")
      var killed = 0
      while batch.isRunning, killed < 3 {
        for worker in children(of: batch.processIdentifier) where killed < 3 {
          if program.exists("out/s1.svg"), kill(worker, SIGKILL) == 0 { killed += 1 }
        }
      }
      batch.waitUntilExit()
      #expect(killed > 0 && batch.terminationStatus == 0)
      #expect(try program.files().count { $0.hasSuffix(".svg") } == 300)
    }
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func whatIsInterruptedIsGoneOnWith(signal: Int32) throws {
    try withSources(300) { program in
      let batch = try program.start("batch", "in", "-o", "out", "-j", "2")
      // Two workers have four inputs each before they are answered: of ten files some are known.
      while batch.isRunning, try program.files().count(where: { $0.hasSuffix(".svg") }) < 10 {}
      kill(batch.processIdentifier, signal)
      batch.waitUntilExit()
      #expect(batch.terminationStatus == 130)
      let made = try program.files().filter { $0.hasSuffix(".svg") }
      #expect(made.count < 300)
      for name in made { #expect(try program.read(name).hasSuffix("</svg>\n")) }
      #expect(try program.hidden("out/.chaingraph").allSatisfy { !$0.hasPrefix("draft-") })
      let rest = try program("batch", "in", "-o", "out")
      #expect(rest.status == 0 && !rest.messages.contains("unchanged 0,"))
      #expect(try program.files().count { $0.hasSuffix(".svg") } == 300)
    }
  }
}

/// Processes whose parent this is.
private func children(of parent: Int32) -> [Int32] {
  let list = try? String(
    contentsOfFile: "/proc/\(parent)/task/\(parent)/children", encoding: .utf8)
  return (list ?? "").split(separator: " ").compactMap { Int32($0) }
}
