import ChainDiagnostics
import ChainSyntax

/// The words of elaboration about plots.
extension Diagnostic {
  static func plotOfTensor(_ text: String, _ space: Space, _ range: SourceRange) -> Diagnostic {
    .error(
      "plot-not-scalar", "only a scalar can be plotted, `\(shortened(text))` is \(space)",
      at: range, help: "plot an entry, `\(shortened(text))[1]`, or its norm")
  }

  static func plotAlongTensor(_ name: String, _ space: Space, _ range: SourceRange) -> Diagnostic {
    .error(
      "plot-not-scalar", "a plot runs along scalars, `\(name)` is \(space)", at: range,
      help: "plot along a scalar that `\(name)` is made of, as in `x(t) = [t; 1]`")
  }

  static func boundNotScalar(_ range: SourceRange) -> Diagnostic {
    .error("plot-not-scalar", "the bounds of an interval are numbers", at: range)
  }

  static func plotIntervals(count: Int, _ range: SourceRange) -> Diagnostic {
    count == 0
      ? .error(
        "plot-intervals", "the plot does not say along which variable", at: range,
        help: "add an interval: `plot f, t = 0 .. 3`")
      : .error(
        "plot-intervals", "a plot runs along one variable or two, not \(count)", at: range,
        help: "give the others a value with `at`")
  }

  static func plotWithoutDependence(
    _ text: String, _ interval: ElaboratedPlot.Interval
  ) -> Diagnostic {
    .error(
      "no-dependence", "`\(shortened(text))` does not depend on `\(interval.name)`",
      at: interval.range, help: "name a variable that it depends on")
  }

  static func unknownPlotOption(_ word: String, _ range: SourceRange) -> Diagnostic {
    let known = PlotOption.allCases.map(\.rawValue)
    let mend = nearest(to: word, among: known)
    return .error(
      "unknown-plot-option", "`\(shortened(word))` is nothing a plot can show", at: range,
      notes: ["a plot can show " + known.joined(separator: ", ")],
      help: mend.map { "replace `\(word)` with `\($0)`" } ?? "remove it",
      replacement: mend.map { .init(range, with: $0) })
  }

  static func plotOptionMisplaced(_ option: PlotOption, _ range: SourceRange) -> Diagnostic {
    let name = option.rawValue
    return option.variableCount == 1
      ? .error(
        "plot-option", "`\(name)` belongs to a plot along one variable", at: range,
        help: "ask for `gradients`, or drop an interval")
      : .error(
        "plot-option", "`\(name)` belongs to a plot along two variables", at: range,
        help: "ask for `tangent`, or add an interval")
  }

  static func plotOptionCount(_ option: PlotOption, _ range: SourceRange) -> Diagnostic {
    guard let counts = option.counts else {
      return .error(
        "plot-option", "no number follows `\(option.rawValue)`", at: range, help: "remove it")
    }
    return .error(
      "plot-option",
      "`\(option.rawValue)` takes a whole number from \(counts.lowerBound) to "
        + "\(counts.upperBound)", at: range,
      help: "write `\(option.rawValue) \(option.standardCount)`")
  }
}
