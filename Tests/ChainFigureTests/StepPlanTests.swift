import ChainFigure
import ChainScene
import MathTypesetting
import Testing

struct StepPlanTests {
  private func stepped(
    _ sample: Sample, _ change: (inout FigureOptions) -> Void = { _ in }
  ) throws -> Scene {
    try drawn(sample) {
      $0.isStepped = true
      change(&$0)
    }
  }

  @Test func theGraphComesFirstAndTheWholeFigureLast() throws {
    let scene = try stepped(.twoPaths)
    let frames = scene.frames
    #expect(frames.count == scene.steps.count)
    #expect(frames[0].texts(.node) == [["t"], ["x₁ = sin t"], ["x₂ = cos t"], ["f = x₁² + 2x₂"]])
    #expect(frames[0].groups(.label).isEmpty && frames[0].groups(.panel).isEmpty)
    let last = frames[frames.count - 1]
    #expect(last.groups(.panel).count == scene.groups(.panel).count)
    #expect(last.texts(.node) == scene.texts(.node))
    #expect(scene.steps.first == "Step 1 of 11. The graph, 4 nodes.")
    #expect(scene.steps.last == "Step 11 of 11. The whole figure.")
  }

  @Test(arguments: Sample.allCases)
  func nothingMovesAndNothingGoesAway(sample: Sample) throws {
    let frames = try stepped(sample).frames
    for (frame, next) in zip(frames, frames.dropFirst()) {
      #expect(frame.size == next.size)
      let seen = Set(next.formulas.map(\.origin))
      let notes = Set(frame.groups(.note).flatMap { $0.elements.flatMap(\.formulas) })
      for formula in frame.formulas where !notes.contains(formula) {
        #expect(seen.contains(formula.origin), "\(formula.layout.text)")
      }
    }
  }

  @Test func thePassBackwardsSaysUpstreamTimesLocal() throws {
    let notes = try stepped(.twoPaths).texts(.note).map { $0.joined() }
    #expect(notes[0] == "f\u{305} = 1")
    #expect(
      notes.last == "t\u{305} = x₁\u{305}⋅dx₁/dt + x₂\u{305}⋅dx₂/dt = "
        + "0.959⋅0.878 + 2⋅(−0.479) = −0.117", "\(notes)")
  }

  @Test func tangentsGoForwards() throws {
    let scene = try stepped(.twoPaths) { $0.mode = .forward }
    let notes = scene.texts(.note).map { $0.joined() }
    #expect(notes[0] == "dt/dt = 1")
    #expect(notes.last?.hasPrefix("df/dt = ∂f/∂x₁⋅dx₁/dt + ") == true, "\(notes)")
  }

  @Test func aFigureWithoutStepsHasNone() throws {
    let scene = try drawn(.twoPaths)
    #expect(scene.steps.isEmpty)
    #expect(scene.frames.count == 1)
  }
}
