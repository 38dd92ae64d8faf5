import Foundation
import Testing

@Suite struct WatchTests {
  private static let source = "set title \"First\"\nf = x^2\ndf/dx\n"

  @Test(arguments: [[], ["--poll"]])
  func everySaveIsDrawn(options: [String]) throws {
    try watching(options) { program throws in
      try program.write(Self.source.replacing("First", with: "Second"), to: "a.txt")
      try program.await("a.svg") { $0.contains("Second") }
      try program.write(Self.source.replacing("First", with: "Third"), to: "beside.txt")
      try program.rename("beside.txt", to: "a.txt")
      try program.await("a.svg") { $0.contains("Third") }
      try program.remove("a.txt")
      try program.await("messages") { $0.contains("[unreadable-input]") }
      try program.write(Self.source.replacing("First", with: "Fourth"), to: "a.txt")
      try program.await("a.svg") { $0.contains("Fourth") }
    }
  }

  @Test func anErrorLeavesTheLastGoodFigure() throws {
    try watching { program throws in
      let good = try program.read("a.svg")
      try program.write("f = (x\ndf/dx\n", to: "a.txt")
      try program.await("messages") { $0.contains("a.txt:1:7: error: a bracket is never closed") }
      #expect(try program.read("a.svg") == good)
      try program.write(Self.source.replacing("First", with: "Mended"), to: "a.txt")
      try program.await("a.svg") { $0.contains("Mended") }
    }
  }

  @Test func themesAreWatchedToo() throws {
    try watching(["--theme", "mine.yaml"]) { program throws in
      try program.write("background: \"#fdf6e3\"\n", to: "mine.yaml")
      try program.await("a.svg") { $0.lowercased().contains("#fdf6e3") }
    }
  }

  @Test func themesOfTheInputAreWatchedToo() throws {
    try watching(source: Self.source + "set theme mine.yaml\n") { program throws in
      try program.write("background: \"#fdf6e3\"\n", to: "mine.yaml")
      try program.await("a.svg") { $0.lowercased().contains("#fdf6e3") }
    }
  }

  @Test func aFolderMayBeReplaced() throws {
    try watching(input: "notes/a.txt") { program throws in
      try program.makeFolder("new")
      try program.write(Self.source.replacing("First", with: "Second"), to: "new/a.txt")
      try program.rename("notes", to: "old")
      try program.rename("new", to: "notes")
      try program.await("a.svg") { $0.contains("Second") }
      try program.write(Self.source.replacing("First", with: "Third"), to: "notes/a.txt")
      try program.await("a.svg") { $0.contains("Third") }
    }
  }

  @Test func plotsAreDrawnAsPlots() throws {
    try watching(source: "f = t^2\nplot f, t = 0 .. 2\n") { program throws in
      try program.write("f = t^3\nplot f, t = 0 .. 2\n", to: "a.txt")
      try program.await("a.svg") { $0.contains("t³") }
    }
  }

  @Test func whatCannotBeWatchedIsRefused() throws {
    try Program.inFolder { program throws in
      try program.write(Self.source, to: "a.txt")
      for arguments in [["-", "-o", "a.svg"], ["a.txt", "-o", "-"], ["a.txt", "-o", "a.doc"]] {
        #expect(try program(["watch"] + arguments).status == 64)
      }
      let missing = try program("watch", "b.txt", "-o", "b.svg")
      #expect(missing.status == 66)
      #expect(missing.messages.hasPrefix("b.txt: error: cannot read the input"))
    }
  }

  /// Runs the body beside a watch that has drawn its first figure, and interrupts it.
  private func watching(
    _ options: [String] = [], input: String = "a.txt", source: String = source,
    _ body: (Program) throws -> Void
  ) throws {
    try Program.inFolder { program throws in
      if input.contains("/") { try program.makeFolder("notes") }
      try program.write(source, to: input)
      try program.write("background: \"#ffffff\"\n", to: "mine.yaml")
      try program.write("", to: "messages")
      let process = Process()
      process.executableURL = Program.executable
      process.arguments = ["watch", input, "-o", "a.svg"] + options
      process.currentDirectoryURL = program.folder
      process.standardError = try FileHandle(
        forWritingTo: program.folder.appendingPathComponent("messages"))
      try process.run()
      defer {
        process.terminate()
        process.waitUntilExit()
        #expect(process.terminationStatus == 130)
      }
      try program.await("a.svg") { $0.contains("</svg>") }
      try body(program)
    }
  }
}

extension Program {
  fileprivate struct NeverHappened: Error {}

  fileprivate func rename(_ name: String, to other: String) throws {
    // As an editor does it: in one step, over what is there.
    try #require(
      Foundation.rename(
        folder.appendingPathComponent(name).path, folder.appendingPathComponent(other).path) == 0)
  }

  /// Waits until a file holds what is asked of it; a minute means never.
  fileprivate func await(_ name: String, _ holds: (String) -> Bool) throws {
    for _ in 0..<6_000 {
      if let text = try? read(name), holds(text) { return }
      usleep(10_000)
    }
    Issue.record("\(name) holds \((try? read(name)) ?? "nothing")")
    throw NeverHappened()
  }
}
