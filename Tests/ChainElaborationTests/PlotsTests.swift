import ChainElaboration
import Testing

private func plots(_ text: String) -> [String] {
  guard let figure = elaborated(text).figure else { return findings(text) }
  return figure.plots.map { plot in
    let graph = figure.graph
    let intervals = plot.intervals.map {
      "\($0.name) = \(graph.text(of: $0.from)) .. \(graph.text(of: $0.to))"
    }
    let options = plot.options
    let parts = [
      options.secants.map { "secants \($0)" }, options.hasTangent ? "tangent" : nil,
      options.arrows.map { "gradients \($0)" }, options.levels.map { "levels \($0)" },
    ].compactMap(\.self)
    return ([plot.functionName] + intervals + parts).joined(separator: ", ")
  }
}

@Test(arguments: [
  ("f(t) = t^2\nplot f, t = 0 .. 3, secants 4", "f, t = 0 .. 3, secants 4"),
  ("f(t) = t^2\nplot f, t = 0 .. 3, tangent, secants", "f, t = 0 .. 3, secants 3, tangent"),
  (
    "f(x, y) = x*y\nplot f, x = -2 .. 2, y = 0 .. 1, gradients, levels 5",
    "f, x = -2 .. 2, y = 0 .. 1, gradients 9, levels 5"
  ),
  // A variable that only the plot names is one all the same.
  ("plot sin(t), t = 0 .. 1", "sin(t), t = 0 .. 1"),
  // A definition may be held, as below a bar.
  ("x(t) = t^2\nf(x) = sin(x)\nplot f, x = 0 .. 1", "f, x = 0 .. 1"),
])
func plotsAreElaborated(_ source: String, _ expected: String) {
  #expect(plots(source) == [expected])
}

@Test func onlyAFunctionWithoutItsArgumentsLeavesThemOut() {
  func leavesOut(_ plot: String) -> Bool? {
    elaborated("f(t) = t^2\ny = t\n\(plot), t = 0 .. 1").figure?.plots[0].leavesOutArguments
  }
  #expect(leavesOut("plot f") == true)
  #expect(leavesOut("plot f(t)") == false)
  #expect(leavesOut("plot y") == false)
}

@Test(arguments: [
  ("plot f, t = 0 .. 1", "unknown-name: `f` is not known @ f"),
  (
    "x : R^2\nplot 2*x, t = 0 .. 1",
    "plot-not-scalar: only a scalar can be plotted, `2*x` is R^2 @ 2*x"
  ),
  (
    "x : R^2\nf = x'*x\nplot f, x = 0 .. 1",
    "plot-not-scalar: a plot runs along scalars, `x` is R^2 @ x"
  ),
  (
    "f(t) = t\nplot f, t = 0 .. [1; 2]",
    "plot-not-scalar: the bounds of an interval are numbers @ [1; 2]"
  ),
  ("f(t) = t\nplot f", "plot-intervals: the plot does not say along which variable @ plot f"),
  (
    "plot x*y*z, x = 0 .. 1, y = 0 .. 1, z = 0 .. 1",
    "plot-intervals: a plot runs along one variable or two, not 3 "
      + "@ plot x*y*z, x = 0 .. 1, y = 0 .. 1, z = 0 .. 1"
  ),
  ("f(t) = t\nplot f, s = 0 .. 1", "no-dependence: `f` does not depend on `s` @ 0 .. 1"),
  ("f(t) = t\nplot f, t = 0 .. 1, t = 0 .. 2", "redefinition: `t` is given two values @ t"),
  (
    "f(t) = t\nplot f, t = 0 .. t",
    "point-not-constant: only numbers can stand here, `t` is a variable @ t"
  ),
  (
    "f(t) = t\nplot f, t = 0 .. 1, secnts 4",
    "unknown-plot-option: `secnts` is nothing a plot can show @ secnts"
  ),
  (
    "f(t) = t\nplot f, t = 0 .. 1, gradients",
    "plot-option: `gradients` belongs to a plot along two variables @ gradients"
  ),
  (
    "f(x, y) = x*y\nplot f, x = 0 .. 1, y = 0 .. 1, tangent",
    "plot-option: `tangent` belongs to a plot along one variable @ tangent"
  ),
  (
    "f(t) = t\nplot f, t = 0 .. 1, secants 1000000000",
    "plot-option: `secants` takes a whole number from 1 to 12 @ 1000000000"
  ),
  (
    "f(t) = t\nplot f, t = 0 .. 1, secants 1/2",
    "plot-option: `secants` takes a whole number from 1 to 12 @ 1/2"
  ),
  (
    "f(t) = t\nplot f, t = 0 .. 1, tangent 2",
    "plot-option: no number follows `tangent` @ 2"
  ),
  (
    "f(t) = t\nplot f, t = 0 .. 1, tangent, tangent",
    "redefinition: `tangent` is given two values @ tangent"
  ),
])
func plotsThatMeanNothing(_ source: String, _ expected: String) {
  #expect(plots(source) == [expected])
}
