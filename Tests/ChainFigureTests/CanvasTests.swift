import ChainFigure
import ChainGeometry
import ChainScene
import Testing

/// Header, graph, derivation and notes stand below each other.
@Suite struct CanvasTests {
  private func extent(_ groups: [SceneGroup]) -> ClosedRange<Double>? {
    let ys = groups.flatMap { $0.elements.flatMap(\.points) }.map(\.y)
    guard let low = ys.min(), let high = ys.max() else { return nil }
    return low...high
  }

  @Test(arguments: [Sample.twoPaths, .tree, .vector])
  func zonesStandBelowEachOther(sample: Sample) throws {
    let (scene, _) = try drawn(
      sample.derivation, header: FigureHeader(title: "Title", caption: "Caption"))
    let zones = try [SceneRole.header, .node, .panel, .note].map {
      try #require(extent(scene.groups($0)), "\($0)")
    }
    for (above, below) in zip(zones, zones.dropFirst()) {
      #expect(above.upperBound <= below.lowerBound + 0.5)
    }
  }

  @Test func aFigureWithoutPanelIsLower() throws {
    let whole = try drawn(.twoPaths)
    let bare = try drawn(.twoPaths) { $0.show.remove(.products) }
    #expect(bare.size.height < whole.size.height && bare.groups(.panel).isEmpty)
  }

  @Test func theGraphIsCentred() throws {
    let scene = try drawn(.twoPaths)
    let xs = (scene.groups(.node) + scene.groups(.edge)).flatMap { $0.elements.flatMap(\.points) }
      .map(\.x)
    let (left, right) = (try #require(xs.min()), try #require(xs.max()))
    #expect(abs(left + right - scene.size.width) < 4)
  }
}
