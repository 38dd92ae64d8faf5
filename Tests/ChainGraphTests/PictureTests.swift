import ChainGraph
import Foundation
import Testing

/// What the pictures of the samples are made of.
struct SamplePicture: CustomTestStringConvertible {
  let name: String
  let number: Int
  let title: String
  let nodes: Int
  /// Arrows, parallel strands counted one by one.
  let strands: Int
  let labels: Int

  init(
    _ name: String, figure number: Int = 1, _ title: String, nodes: Int, strands: Int,
    labels: Int
  ) {
    self.name = name
    self.number = number
    self.title = title
    self.nodes = nodes
    self.strands = strands
    self.labels = labels
  }

  var testDescription: String { "\(name) \(number)" }

  static let all = [
    SamplePicture("baydin", "y = ln x₁ + x₁x₂ − sin x₂", nodes: 7, strands: 8, labels: 8),
    SamplePicture(
      "chain-rule", "The chain rule for f(x(t))", nodes: 4, strands: 4, labels: 4),
    SamplePicture(
      "chain-rule-abstract", "The chain rule for f(x(t))", nodes: 4, strands: 4, labels: 4),
    SamplePicture(
      "composition", "A chain of three: root, logarithm, exponential", nodes: 4, strands: 3,
      labels: 3),
    SamplePicture("jacobian", "The Jacobian of polar coordinates", nodes: 3, strands: 2, labels: 2),
    SamplePicture("least-squares", "Least squares", nodes: 5, strands: 4, labels: 2),
    SamplePicture(
      "product-rule", "The product rule, path by path", nodes: 4, strands: 4, labels: 4),
    SamplePicture(
      "elimination", "The best order is neither forward nor reverse", nodes: 5, strands: 6,
      labels: 6),
    SamplePicture("lecture", figure: 1, "One path", nodes: 3, strands: 2, labels: 2),
    SamplePicture("lecture", figure: 2, "Two paths", nodes: 4, strands: 4, labels: 4),
    SamplePicture(
      "lecture", figure: 3, "One input, used three times", nodes: 2, strands: 3, labels: 3),
    SamplePicture(
      "lighthouse", "The lighthouse of Griewank and Walther", nodes: 9, strands: 9, labels: 9),
    SamplePicture(
      "logistic-regression", "Logistic regression, one example", nodes: 9, strands: 8, labels: 5),
    SamplePicture("neuron", "A sigmoid neuron", nodes: 7, strands: 6, labels: 6),
    SamplePicture("olah", "e = (a + b)(b + 1)", nodes: 5, strands: 5, labels: 5),
    SamplePicture(
      "second-derivative", "The bell curve bends at x = 1", nodes: 3, strands: 2, labels: 2),
    SamplePicture(
      "attention", "An attention head, one query", nodes: 6, strands: 5, labels: 4),
    SamplePicture(
      "bilinear-form", "The bilinear form aᵀXb", nodes: 5, strands: 4, labels: 4),
    SamplePicture(
      "gaussian", "The Gaussian log-likelihood", nodes: 6, strands: 6, labels: 5),
    SamplePicture(
      "identities", figure: 1, "∂(aᵀx)/∂x = aᵀ", nodes: 3, strands: 2, labels: 2),
    SamplePicture(
      "identities", figure: 2, "∂(aᵀXb)/∂X = abᵀ", nodes: 4, strands: 3, labels: 3),
    SamplePicture(
      "identities", figure: 3, "The inverse turns round twice", nodes: 4, strands: 3, labels: 3),
    SamplePicture(
      "identities", figure: 4, "A vector by a matrix", nodes: 2, strands: 1, labels: 1),
    SamplePicture(
      "kalman", "Forecast and measurement, weighed", nodes: 9, strands: 9, labels: 4),
    SamplePicture("layer-norm", "Layer normalisation", nodes: 7, strands: 7, labels: 7),
    SamplePicture(
      "linear-layer-batch", "A linear layer on a batch of examples", nodes: 6, strands: 5,
      labels: 3),
    SamplePicture(
      "perceptron", "A perceptron with two layers", nodes: 10, strands: 9, labels: 7),
    SamplePicture(
      "quadratic-form", "A weighted square of residuals", nodes: 6, strands: 5, labels: 5),
    SamplePicture(
      "residual", "Every residual block doubles the number of paths", nodes: 7, strands: 9,
      labels: 9),
    SamplePicture(
      "softmax-cross-entropy", "Softmax and cross-entropy", nodes: 6, strands: 5, labels: 3),
    SamplePicture("sum-twice", "b = a + a", nodes: 2, strands: 2, labels: 2),
  ]

  static var folder: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("samples")
  }

  /// The samples that are drawn by `chaingraph plot`.
  static func plots() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }
      .filter { name in
        let file = folder.appendingPathComponent(name + ".txt")
        return try String(contentsOf: file, encoding: .utf8).contains("\nplot ")
      }
  }

  func figure() throws -> Figure {
    let text = try String(
      contentsOf: Self.folder.appendingPathComponent(name + ".txt"), encoding: .utf8)
    let document = Document(text, name: name)
    #expect(document.findings.isEmpty, "\(document.report(style: .short))")
    return try #require(document.figures.first { $0.number == number })
  }
}

@Suite struct PictureTests {
  @Test func everySampleHasItsPicture() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: SamplePicture.folder.path)
    let names = Set(files.filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) })
    let plots = try Set(SamplePicture.plots())
    #expect(names.subtracting(plots) == Set(SamplePicture.all.map(\.name)))
  }

  @Test(arguments: SamplePicture.all)
  func samplesLookAsBefore(_ sample: SamplePicture) throws {
    let picture = try sample.figure().picture()
    #expect(picture.warnings.isEmpty)
    let svg = try #require(ParsedSVG(picture.svg()))
    #expect(svg.title == sample.title)
    #expect(svg.description.hasPrefix("Computation graph with \(sample.nodes) nodes and "))
    #expect(svg.counts["node"] == sample.nodes)
    #expect(svg.counts["edge"] == sample.strands)
    #expect(svg.counts["label"] == sample.labels)
    #expect(svg.labelBoxes.count == sample.labels)
  }

  @Test(arguments: SamplePicture.all)
  func labelsAreApartAndInside(_ sample: SamplePicture) throws {
    let svg = try #require(ParsedSVG(try sample.figure().svg()))
    for (index, box) in svg.labelBoxes.enumerated() {
      #expect(!svg.labelBoxes[..<index].contains(where: box.overlaps))
      #expect(box.x >= 0 && box.y >= 0)
      #expect(box.x + box.width <= svg.size.width && box.y + box.height <= svg.size.height)
    }
  }

  @Test(arguments: SamplePicture.all)
  func theSameInputGivesTheSameBytes(_ sample: SamplePicture) throws {
    let first = try sample.figure()
    let second = try sample.figure()
    let bytes = (try first.svg(), try second.svg())
    #expect(bytes.0 == bytes.1)
  }

  /// Other versions of Graphviz and of the fonts round differently; nobody sees half a point.
  @Test func theReadmeShowsWhatTheProgramDraws() throws {
    let shown = SamplePicture.folder.appendingPathComponent("chain-rule.svg")
    let golden = try #require(ParsedSVG([UInt8](Data(contentsOf: shown))))
    let sample = try #require(SamplePicture.all.first { $0.name == "chain-rule" })
    let drawn = try #require(ParsedSVG(try sample.figure().svg()))
    #expect(drawn.description == golden.description)
    #expect(drawn.counts == golden.counts)
    #expect(drawn.labelBoxes.count == golden.labelBoxes.count)
    for (box, before) in zip(drawn.labelBoxes, golden.labelBoxes) {
      for side in [\ParsedSVG.Box.x, \.y, \.width, \.height] {
        #expect(abs(box[keyPath: side] - before[keyPath: side]) < 0.5)
      }
    }
  }

  @Test func longVectorsStandByTheirNames() throws {
    let entries = Array(repeating: "t", count: 300).joined(separator: "; ")
    let figure = try #require(Document("t : R\nf = [\(entries)]\ndf/dt\n").figures.first)
    let svg = try #require(ParsedSVG(try figure.svg()))
    #expect(svg.description.contains("Output f ∈ ℝ³⁰⁰."))
    #expect(svg.size.width < 960)
  }

  @Test func imagesGrowWithTheirResolution() throws {
    let sample = try #require(SamplePicture.all.first)
    let text = try String(
      contentsOf: SamplePicture.folder.appendingPathComponent(sample.name + ".txt"),
      encoding: .utf8)
    let widths = try ["72", "144"].map { dpi in
      var settings = FigureSettings()
      settings[.dpi] = dpi
      let png = try #require(Document(text, settings: settings).figures.first).png()
      #expect(png.starts(with: [0x89, 0x50, 0x4E, 0x47]))
      return png[16..<20].reduce(0) { $0 << 8 | Int($1) }
    }
    #expect(abs(widths[1] - 2 * widths[0]) <= 1)
  }

  @Test func whatDoesNotFitIsAWarning() throws {
    let links = (1..<40).map { "v\($0) = sin(v\($0 - 1)) + \($0)\n" }
    let document = Document("v0 = x\n" + links.joined() + "dv39/dx\n", name: "chain")
    let picture = try #require(document.figures.first).picture()
    #expect(picture.warnings.map(\.id) == ["layout"])
    #expect(picture.warnings.first?.input == "chain")
  }

  @Test(arguments: [("3x2cm", 1), ("40x30cm", 0)])
  func textThatShrinksIsSaid(size: String, count: Int) throws {
    var settings = FigureSettings()
    settings[.size] = size
    let source = "u = sin(t)\nf = u^2\ndf/dt\nat t = 1\n"
    let figure = try #require(Document(source, settings: settings).figures.first)
    let warnings = try figure.picture().warnings.map(\.message)
    #expect(warnings.filter { $0.contains("to fit 3x2cm") && $0.contains("14 pt") }.count == count)
  }

  @Test func theOnlyPathEndsInTheShorterForm() throws {
    let source = "z : R^4\ny : R^4 constant\np = softmax(z)\nL = -sum(y .* log(p))\ndL/dz\n"
    let picture = try #require(Document(source).figures.first).picture()
    let text = String(decoding: picture.svg(), as: UTF8.self)
    #expect(text.contains("(diag(p) − ppᵀ) = ((∑ᵢ yᵢ) softmax(z) − y)ᵀ"))
  }
}
