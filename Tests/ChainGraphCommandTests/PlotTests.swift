import Foundation
import Testing

private let two = """
  f(t) = t^2
  plot f, t = 0 .. 3, secants
  plot f, t = 0 .. 1
  """

@Suite struct PlotTests {
  @Test func everyPlotHasItsFile() throws {
    try Program.inFolder { program throws in
      try program.write(two, to: "a.txt")
      let result = try program("plot", "a.txt", "-o", "b.svg")
      #expect(result.status == 0)
      #expect(
        result.messages == "wrote b-1.svg (f along t)\nwrote b-2.svg (f along t)\n")
      #expect(try program.read("b-1.svg").contains("Secants through that point"))
      #expect(try program.files() == ["a.txt", "b-1.svg", "b-2.svg"])
    }
  }

  @Test func aPlotIsAnImageToo() throws {
    try Program.inFolder { program throws in
      let result = try program("plot", "-", "-o", "a.png", input: "plot x, x = 0 .. 1\n")
      #expect(result.status == 0 && result.messages == "wrote a.png (x along x)\n")
    }
  }

  @Test func whatIsNoFormatOfPlotsIsRefused() throws {
    try Program.inFolder { program throws in
      let result = try program("plot", "-", "-f", "json", input: two)
      #expect(result.status == 64)
      #expect(
        result.messages.hasPrefix("chaingraph: error: unknown format `json` [unsupported-format]"))
    }
  }

  @Test func severalPlotsNeedAFile() throws {
    try Program.inFolder { program throws in
      let result = try program("plot", "-", input: two)
      #expect(result.status == 64 && result.output.isEmpty)
    }
  }

  @Test func aPDFHoldsAllPlots() throws {
    try Program.inFolder { program throws in
      let result = try program("plot", "-", "-o", "a.pdf", input: two)
      #expect(result.status == 0 && result.messages == "wrote a.pdf (2 plots)\n")
      #expect(try program.files() == ["a.pdf"])
    }
  }

  @Test func aMistakeLeavesTheOtherPlots() throws {
    try Program.inFolder { program throws in
      let source = "plot x, x = 0 .. 1\n---\nplot y, y = 1 .. 0\n"
      let result = try program("plot", "-", "-o", "p.svg", input: source)
      #expect(result.status == 1)
      #expect(
        result.messages == """
          <stdin>:3:13: error: the interval of `y` is empty [plot-interval]
          3 | plot y, y = 1 .. 0
            |             ^^^^^^
            = help: write the smaller bound first
          wrote p-1.svg (x along x)

          """)
      #expect(try program.files() == ["p-1.svg"])
    }
  }
}
