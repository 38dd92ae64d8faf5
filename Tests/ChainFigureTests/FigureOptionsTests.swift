import ChainFigure
import Testing

@Suite struct FigureOptionsTests {
  @Test func partsAreBitsOfTheirOwn() {
    let parts: [Show] = [
      .jacobians, .products, .values, .shapes, .totals, .check, .cost, .derivation, .valuesApart,
    ]
    #expect(parts.allSatisfy { $0.rawValue.nonzeroBitCount == 1 })
    #expect(Set(parts.map(\.rawValue)).count == parts.count)
    #expect(Show.standard == [.jacobians, .products, .values, .shapes])
  }

  @Test func modesShowWhatTheySay() {
    let shown = DerivativeMode.allCases.map { [$0.showsAdjoints, $0.showsTangents] }
    #expect(DerivativeMode.allCases.map(\.rawValue) == ["none", "reverse", "forward", "both"])
    #expect(shown == [[false, false], [true, false], [false, true], [true, true]])
  }

  @Test func theUsualFigureIsTheCommandLines() {
    let options = FigureOptions()
    #expect(options.profile == .slide && options.direction == .auto && options.digits == 4)
    #expect(options.show == .standard && options.mode == .none && !options.isStepped)
  }
}
