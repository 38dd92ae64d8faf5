import Foundation
import Testing

private let good = "f = x^2\ndf/dx\nat x = 2\n"
private let three = "f = x^2\ndf/dx\n---\ng = y +\n---\nh = z^3\ndh/dz\n"

@Suite struct RenderTests {
  @Test func theSumOfAVectorSplitIntoEntriesIsTheVectors() throws {
    try Program.inFolder { program throws in
      let source = "p = [r*cos(t); r*sin(t)]\ndp/dr\nat r = 1, t = 0.5\nset detail components\n"
      let run = try program("render", "-", input: source)
      #expect(run.status == 0)
      #expect(run.output.contains("∂p/∂r = [cos t; sin t]"))
      #expect(run.output.contains("Computation graph for ∂p/∂r<"))
    }
  }

  @Test func whatMatricesCannotSayIsSaidByEntriesWithTheSameLettersThroughout() throws {
    try Program.inFolder { program throws in
      let source = """
        A : R^{m x n x k}
        x : R^n
        Y = einsum("ijk,j->ik", A, x)
        f = sum(Y.^2)
        df/dA
        df/dx
        """
      let run = try program("render", "-", input: source)
      #expect(run.status == 0)
      for equation in [
        "Yᵢⱼ = ∑ₖ Aᵢₖⱼxₖ", "∑ᵢⱼ 2Yᵢⱼ⋅δᵢₚδⱼᵣx_q = 2 ∑ₖ Aₚₖᵣx_qxₖ", "∂f/∂xₚ = ", "∑ᵢⱼ 2Yᵢⱼ⋅Aᵢₚⱼ = ",
      ] { #expect(run.output.contains(equation), "\(equation)") }
    }
  }

  @Test func withoutOutputSVGGoesToStandardOutput() throws {
    try Program.inFolder { program throws in
      let result = try program("render", "-", input: good)
      #expect(result.status == 0)
      #expect(result.output.hasPrefix("<?xml") && result.output.contains("</svg>"))
      #expect(result.messages.isEmpty)
    }
  }

  @Test func theEndingSaysTheFormatAndTheOptionWins() throws {
    try Program.inFolder { program throws in
      #expect(try program("render", "-", "-o", "a.SVG", input: good).status == 0)
      #expect(try program("render", "-", "-o", "a.png", "-f", "json", input: good).status == 0)
      #expect(try program.read("a.SVG").hasPrefix("<?xml"))
      #expect(try program.read("a.png").hasPrefix("{\n  \"version\": 1"))
    }
  }

  @Test func whatWasWrittenIsSaid() throws {
    try Program.inFolder { program throws in
      let result = try program("render", "-", "-o", "new/folder/a.svg", input: good)
      #expect(
        result.messages == "wrote new/folder/a.svg (2 nodes, 1 edge, 1 path, checked)\n")
      let quiet = try program("render", "-", "-o", "a.svg", "--quiet", input: good)
      #expect(quiet.messages.isEmpty && quiet.status == 0)
      #expect(try program.files() == ["a.svg", "new", "new/folder", "new/folder/a.svg"])
    }
  }

  @Test func stepsAreNumberedFiles() throws {
    try Program.inFolder { program throws in
      #expect(try program("render", "-", "-o", "a.svg", "--steps", input: good).status == 0)
      let files = try program.files()
      #expect(files.count > 4 && files.contains("a-1.svg"))
      let sizes = try files.map { name in
        try program.read(name).components(separatedBy: "viewBox=\"")[1].prefix { $0 != "\"" }
      }
      #expect(Set(sizes).count == 1, "the layout never moves")
      #expect(try program("render", "-", "--steps", input: good).status == 64)
      let animated = try program("render", "-", "--animate", input: good)
      #expect(animated.status == 0 && animated.output.contains("prefers-reduced-motion"))
      #expect(try program("render", "-", "-o", "b.pdf", "--steps", input: good).status == 0)
      #expect(program.exists("b.pdf"))
    }
  }

  @Test func aThemeFileStandsBesideItsInput() throws {
    try Program.inFolder { program throws in
      try program.write("base: dark\ntext: \"#fefefe\"\n", to: "brand.yaml")
      try program.write("set theme brand.yaml\n" + good, to: "a.txt")
      #expect(try program("render", "a.txt", "-o", "a.svg").status == 0)
      #expect(try program.read("a.svg").contains("#fefefe"))
      #expect(try program("render", "a.txt", "-o", "b.svg", "--theme", "print").status == 0)
      #expect(try !program.read("b.svg").contains("#fefefe"))
      let given = try program("render", "-", "-o", "c.svg", "--theme", "brand.yaml", input: good)
      #expect(given.status == 0)
      #expect(try program.read("c.svg").contains("#fefefe"))
      #expect(try program("render", "-", "--theme", "none.yaml", input: good).status == 64)
    }
  }

  @Test func figuresAreNumberedByTheirPlace() throws {
    try Program.inFolder { program throws in
      let result = try program("render", "-", "-o", "a.svg", input: three)
      #expect(result.status == 1)
      #expect(try program.files() == ["a-1.svg", "a-3.svg"])
    }
  }

  @Test func namesAndNumbersStandWhereAsked() throws {
    try Program.inFolder { program throws in
      try program.write(three, to: "some.lecture.txt")
      try program.write(good, to: "b.txt")
      let both = ["some.lecture.txt", "b.txt"]
      _ = try program("render", both[0], both[1], "-o", "o/{name}-{n}.svg")
      _ = try program("render", both[0], both[1], "-o", "p/{name}.svg")
      _ = try program("render", both[0], both[1], "-o", "q/{n}.svg")
      #expect(
        try program.files().filter { $0.hasSuffix("svg") } == [
          "o/b-1.svg", "o/some.lecture-1.svg", "o/some.lecture-3.svg", "p/b.svg",
          "p/some.lecture-1.svg", "p/some.lecture-3.svg", "q/1.svg", "q/3.svg", "q/4.svg",
        ])
    }
  }

  @Test func severalFiguresDoNotFitStandardOutput() throws {
    try Program.inFolder { program throws in
      let source = good + "---\n" + good
      #expect(try program("render", "-", input: source).status == 64)
      let json = try program("render", "-", "-f", "json", input: source)
      #expect(json.status == 0)
      let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8))
      #expect(((object as? [String: Any])?["figures"] as? [Any])?.count == 2)
    }
  }

  @Test func unreadableInputsDoNotStopOthers() throws {
    try Program.inFolder { program throws in
      try program.write(good, to: "b.txt")
      let result = try program("render", "none.txt", "b.txt", "-o", "o.svg")
      #expect(result.status == 66)
      #expect(
        result.messages.hasPrefix(
          "none.txt: error: cannot read the input: No such file or directory"))
      #expect(try program.files() == ["b.txt", "o-2.svg"])
    }
  }

  @Test func anOutputThatCannotBeWrittenIsSaid() throws {
    try Program.inFolder { program throws in
      try program.write("", to: "file")
      let result = try program("render", "-", "-o", "file/a.svg", input: good)
      #expect(result.status == 73)
      #expect(result.messages.contains("[unwritable-output]"))
    }
  }

  @Test func theOldFigureStaysWhereTheNewOneFails() throws {
    try Program.inFolder { program throws in
      try program.write("old", to: "a.svg")
      #expect(try program("render", "-", "-o", "a.svg", input: "f = (\n").status == 1)
      #expect(try program.read("a.svg") == "old")
      #expect(try program("render", "-", "-o", "a.svg", input: good).status == 0)
      #expect(try program.read("a.svg").hasPrefix("<?xml"))
      #expect(try program.files() == ["a.svg"])
    }
  }

  @Test func linksAreFollowed() throws {
    try Program.inFolder { program throws in
      try program.write("old", to: "real.svg")
      try FileManager.default.createSymbolicLink(
        atPath: program.folder.appendingPathComponent("link.svg").path,
        withDestinationPath: "real.svg")
      #expect(try program("render", "-", "-o", "link.svg", input: good).status == 0)
      #expect(try program.read("real.svg").hasPrefix("<?xml"))
    }
  }

  @Test func devicesAreWrittenTo() throws {
    try Program.inFolder { program throws in
      let result = try program("render", "-", "-f", "svg", "-o", "/dev/null", input: good)
      #expect(result.status == 0)
      let kind = try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type]
      #expect(kind as? FileAttributeType == .typeCharacterSpecial)
    }
  }

  @Test func theSameInputGivesTheSameBytes() throws {
    try Program.inFolder { program throws in
      for format in ["svg", "png", "pdf", "eps", "dot", "tikz", "html", "json"] {
        _ = try program("render", "-", "-o", "a.\(format)", input: good)
        _ = try program("render", "-", "-o", "b.\(format)", input: good)
        let files = ["a", "b"].map {
          FileManager.default.contents(
            atPath: program.folder.appendingPathComponent("\($0).\(format)").path)
        }
        #expect(files[0] != nil && files[0] == files[1])
      }
    }
  }

  @Test func layoutWarningsAreTold() throws {
    try Program.inFolder { program throws in
      let links = (1..<40).map { "v\($0) = sin(v\($0 - 1)) + \($0)\n" }
      let source = "v0 = x\n" + links.joined() + "dv39/dx\n"
      let result = try program("render", "-", "-o", "a.svg", input: source)
      #expect(result.status == 0)
      #expect(
        result.messages.contains("<stdin>: warning: ") && result.messages.contains("[layout]"))
    }
  }

  @Test(arguments: [
    ["--detail", "fine"], ["--scale", "0"], ["--font", "No Such Font"], ["--nonsense"],
  ])
  func wrongOptionsAreWrongUsage(_ options: [String]) throws {
    try Program.inFolder { program throws in
      let first = options[0]
      let result =
        options.count == 1
        ? try program("render", "-", first, input: good)
        : try program("render", "-", first, options[1], input: good)
      #expect(result.status == 64)
      #expect(result.output.isEmpty && result.messages.contains("[wrong-usage]"))
    }
  }
}
