import ChainDerivation
import ChainFigure
import ChainGeometry
import ChainScene
import MathTypesetting
import Testing

struct SceneOfDerivationTests {
  @Test(arguments: Sample.allCases)
  func aVariableIsOneNode(sample: Sample) throws {
    let derivation = sample.derivation
    let scene = try drawn(sample)
    #expect(scene.groups(.node).count == derivation.figure.nodes.count)
    #expect(scene.groups(.edge).count >= derivation.figure.edges.count)
  }

  @Test(arguments: Sample.allCases)
  func equalDerivationsGiveEqualScenes(sample: Sample) throws {
    let first = try drawn(sample)
    let second = try drawn(sample)
    #expect(first.elements == second.elements)
    #expect(first.description == second.description)
    #expect(first.size == second.size)
  }

  @Test(arguments: Sample.allCases)
  func nothingIsMissingOrOutsideTheCanvas(sample: Sample) throws {
    let scene = try drawn(sample)
    #expect(!scene.title.isEmpty)
    #expect(!scene.description.isEmpty)
    #expect(scene.metadata.contains("central differences"))
    #expect(scene.formulas.flatMap(\.layout.missing) == [])
    for point in scene.elements.flatMap(\.points) {
      #expect((0...scene.size.width).contains(point.x))
      #expect((0...scene.size.height).contains(point.y))
    }
  }

  @Test(arguments: Sample.allCases, Profile.allCases)
  func textIsNeverSmallerThanTheProfileAllows(sample: Sample, profile: Profile) throws {
    let (scene, warnings) = try drawn(sample.derivation) { $0.profile = profile }
    let smallest = scene.formulas.map(\.fontSize).min()
    #expect((smallest ?? 0) >= profile.smallestText)
    let fits =
      scene.size.width <= profile.room.width && scene.size.height <= profile.room.height
    #expect(fits == warnings.isEmpty)
  }

  @Test(arguments: Sample.allCases, FigureDirection.allCases)
  func labelsAreApart(sample: Sample, direction: FigureDirection) throws {
    let scene = try drawn(sample) { $0.direction = direction }
    #expect(overlaps(in: scene) == [])
  }

  @Test(arguments: UInt64(0)..<20)
  func labelsOfRandomFiguresAreApart(hundredth: UInt64) throws {
    for seed in hundredth * 50..<(hundredth + 1) * 50 {
      let derivation = randomDerivation(seed: seed)
      let scene = try drawn(derivation).scene
      #expect(scene.groups(.node).count == derivation.figure.nodes.count, "seed \(seed)")
      #expect(overlaps(in: scene) == [], "seed \(seed)")
      #expect(
        scene.formulas.allSatisfy { $0.fontSize >= Profile.slide.smallestText }, "seed \(seed)")
    }
  }

  @Test(arguments: Sample.allCases)
  func textKeepsAwayFromTheLineAroundIt(sample: Sample) throws {
    for group in try drawn(sample).groups(.label) {
      guard let frame = group.elements.first?.frame else { continue }
      for formula in group.elements.flatMap(\.formulas) {
        let inner = frame.insetBy(2)
        #expect(inner.minX <= formula.bounds.minX && formula.bounds.maxX <= inner.maxX)
        #expect(inner.minY <= formula.bounds.minY && formula.bounds.maxY <= inner.maxY)
      }
    }
  }

  @Test func baselinesOfNeighboursAgree() throws {
    let scene = try drawn(.tree)
    let rows = scene.groups(.panel).map { group in
      Set(group.elements.flatMap(\.formulas).filter { $0.fontSize > 16 }.map(\.origin.y))
    }
    #expect(rows.count == 4)
    #expect(rows.allSatisfy { $0.count == 1 })
  }

  @Test func headerHoldsTitlePointAndCaption() throws {
    let header = FigureHeader(title: "Slope of $f$", caption: "After a lecture.")
    let scene = try drawn(Sample.twoPaths.derivation, header: header).scene
    #expect(scene.title == "Slope of f")
    #expect(scene.texts(.header) == [["Slope of f", "at t = 0.5"]])
    #expect(scene.texts(.note) == [["After a lecture."]])
  }

  @Test func alternativeTextReplacesTheDescription() throws {
    let header = FigureHeader(alternative: "Two paths from t to f.")
    let scene = try drawn(Sample.twoPaths.derivation, header: header).scene
    #expect(scene.description == "Two paths from t to f.")
  }
}

private func overlaps(in scene: Scene) -> [String] {
  let labels = scene.labelBoxes
  let nodes = scene.nodeBoxes
  var found: [String] = []
  for (index, label) in labels.enumerated() {
    for (other, box) in labels[..<index].enumerated() where box.intersects(label) {
      found.append("label \(index) on label \(other)")
    }
    for (other, box) in nodes.enumerated() where box.intersects(label) {
      found.append("label \(index) on node \(other)")
    }
  }
  for (index, node) in nodes.enumerated() {
    for (other, box) in nodes[..<index].enumerated() where box.intersects(node) {
      found.append("node \(index) on node \(other)")
    }
  }
  return found
}
