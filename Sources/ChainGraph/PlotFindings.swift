import ChainDiagnostics
import ChainElaboration

/// What is said about plots once their numbers are known.
extension Diagnostic {
  static func onlyPlot(at range: SourceRange) -> Diagnostic {
    .warning(
      "only-plot", "the figure has nothing but a plot", at: range,
      help: "draw it with `chaingraph plot`, or ask for a derivative: `df/dt`")
  }

  static func nothingToPlot(at range: SourceRange?) -> Diagnostic {
    .error(
      "nothing-to-plot", "the input has no plot", at: range,
      help: "add a line such as `plot f, t = 0 .. 3, tangent`")
  }

  static func boundWithoutValue(at range: SourceRange) -> Diagnostic {
    .error("plot-interval", "the bounds of an interval are finite numbers", at: range)
  }

  static func emptyInterval(
    _ name: String, isReversed: Bool, at range: SourceRange
  ) -> Diagnostic {
    .error(
      "plot-interval", "the interval of `\(name)` is empty", at: range,
      help: isReversed ? "write the smaller bound first" : "write two different bounds")
  }

  static func plotOfAbstract(_ name: String, at range: SourceRange) -> Diagnostic {
    .error(
      "plot-without-values", "`\(name)` is only declared and has no values to plot", at: range,
      help: "define it: `\(name)(x) = …`")
  }

  static func plotNeedsValue(
    _ function: String, _ name: String, canRun: Bool, at range: SourceRange
  ) -> Diagnostic {
    .error(
      "plot-without-values", "`\(shortened(function))` depends on `\(name)` too", at: range,
      help: canRun
        ? "add an interval, `\(name) = 0 .. 1`, or a value, `at \(name) = 1`"
        : "add a value: `at \(name) = …`")
  }

  static func plotNeedsSizes(_ function: String, at range: SourceRange) -> Diagnostic {
    .error(
      "plot-without-values", "`\(shortened(function))` has a dimension of unknown size", at: range,
      help: "give its size: `where n = 3`")
  }

  static func plotTooLarge(_ function: String, at range: SourceRange) -> Diagnostic {
    .error(
      "figure-too-large", "`\(shortened(function))` works on too many numbers to be plotted",
      at: range, help: "plot it with smaller vectors and matrices")
  }

  static func pointOutsidePlot(at range: SourceRange) -> Diagnostic {
    .error(
      "point-outside", "the point lies outside what is plotted", at: range,
      help: "widen the interval, or choose another point with `at`")
  }

  static func kinkInPlot(_ function: String, at range: SourceRange) -> Diagnostic {
    .error(
      "kink", "`\(shortened(function))` has a kink at the point, and no tangent there", at: range,
      help: "choose another point with `at`")
  }

  static func undefinedPlot(_ plot: ElaboratedPlot, at range: SourceRange) -> Diagnostic {
    .error(
      "undefined-value", "`\(shortened(plot.functionName))` has no value anywhere in the plot",
      at: range, help: "choose an interval in which it is defined")
  }

  private static func shortened(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count <= 40 ? line : line.prefix(38) + " …"
  }
}
