import Testing

@Suite struct CheckTests {
  @Test func aDerivativeThatNeedsAnInverseWhereThereIsNoneIsNotCalledWrong() throws {
    try Program.inFolder { program throws in
      let source = "x : R^2\nd(adj(x*x'))/dx\nat x = [1; 2]\n"
      let run = try program("check", "-", input: source)
      #expect(run.status == 0)
      #expect(run.output.contains("not checked, no usable point"))
      #expect(run.messages.contains("[undefined-derivative]"))
    }
  }

  @Test func everyDerivativeHasItsLine() throws {
    try Program.inFolder { program throws in
      try program.write("f = sin(x)*y\ndf/dx\nd^2 f/dx dy\n", to: "a.txt")
      try program.write("x : R positive\ng = log(-x)\n", to: "b.txt")
      let result = try program("check", "a.txt", "b.txt")
      #expect(result.status == 0)
      let lines = result.output.split(separator: "\n")
      #expect(lines.count == 3)
      #expect(lines[0].hasPrefix("a.txt: df/dx: passed, largest relative error "))
      #expect(lines[1].hasPrefix("a.txt: d^2f/dx dy: passed, "))
      #expect(lines[2] == "b.txt: dg/dx: not checked, no usable point")
      #expect(result.messages.contains("[unchecked]"))
    }
  }

  @Test func errorsShowInTheExit() throws {
    try Program.inFolder { program throws in
      #expect(try program("check", "-", input: "f = (\n").status == 1)
      #expect(try program("check", "none.txt").status == 66)
    }
  }
}
