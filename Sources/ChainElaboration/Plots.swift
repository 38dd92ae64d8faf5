import ChainDiagnostics
import ChainSyntax
import ExpressionGraph

/// Plot statements: `plot f, t = 0 .. 3, secants 4`.
extension Elaborator {
  /// The figure's plots, those aside that something is wrong with.
  mutating func plots() -> [ElaboratedPlot] {
    var freeInputs = FreeInputs()
    return syntax.statements.compactMap { statement in
      guard case .plot(let plot) = statement else { return nil }
      return self.plot(plot, &freeInputs)
    }
  }

  private mutating func plot(
    _ plot: PlotSyntax, _ freeInputs: inout FreeInputs
  ) -> ElaboratedPlot? {
    let function = plotted(plot)
    let intervals = intervals(of: plot)
    guard let options = options(of: plot), let function, let intervals else { return nil }
    let free = freeInputs.below(function.node, in: graph)
    for interval in intervals where isImplied(interval.node) && !free.contains(interval.node) {
      diagnostics.append(.plotWithoutDependence(source[range(of: plot.function)], interval))
      return nil
    }
    return ElaboratedPlot(
      function: function.node, functionName: source[range(of: plot.function)],
      functionRange: range(of: plot.function), leavesOutArguments: isBareFunction(plot.function),
      intervals: intervals, options: options, range: plot.range)
  }

  /// The function, if it is a scalar.
  private mutating func plotted(_ plot: PlotSyntax) -> Value? {
    guard let value = settledValue(of: plot.function) else { return nil }
    guard value.contextual == nil, graph.isScalar(value.node) else {
      return fail(
        .plotOfTensor(
          source[range(of: plot.function)], space(of: value), range(of: plot.function)),
        in: .global)
    }
    return value
  }

  private func isBareFunction(_ id: ExpressionID) -> Bool {
    guard case .name(let name) = syntax.expressions[id].kind,
      case .definition(let index) = names[name]
    else { return false }
    return !names.definitions[index].parameters.isEmpty
  }

  /// Whether a variable is declared nowhere.
  private func isImplied(_ node: NodeID) -> Bool {
    zip(names.inputs, inputs).contains { !$0.isDeclared && $1.node == node }
  }

  // MARK: Intervals

  private mutating func intervals(of plot: PlotSyntax) -> [ElaboratedPlot.Interval]? {
    guard (1...2).contains(plot.intervals.count) else {
      if !syntax.expressions[plot.function].isMissing {
        diagnostics.append(.plotIntervals(count: plot.intervals.count, plot.range))
      }
      return nil
    }
    if plot.intervals.count == 2, plot.intervals[0].name.id == plot.intervals[1].name.id {
      let (first, second) = (plot.intervals[0].name, plot.intervals[1].name)
      diagnostics.append(
        .valueGivenTwice(spelling(second.id), second.range, first: first.range))
      return nil
    }
    let intervals = plot.intervals.map { interval($0) }
    let known = intervals.compactMap(\.self)
    return known.count == intervals.count ? known : nil
  }

  private mutating func interval(
    _ interval: PlotSyntax.Interval
  ) -> ElaboratedPlot.Interval? {
    let variable = heldNode(interval.name)
    let from = bound(interval.from)
    let to = bound(interval.to)
    guard let variable, let from, let to else { return nil }
    let name = spelling(interval.name.id)
    guard graph.isScalar(variable.node) else {
      return fail(.plotAlongTensor(name, space(of: variable), interval.name.range), in: .global)
    }
    return ElaboratedPlot.Interval(
      node: variable.node, name: name, from: from, to: to,
      range: range(of: interval.from).union(range(of: interval.to)))
  }

  private mutating func bound(_ id: ExpressionID) -> NodeID? {
    allowsOnlyConstants = true
    defer { allowsOnlyConstants = false }
    guard let value = settledValue(of: id) else { return nil }
    guard isScalar(value) else {
      return fail(.boundNotScalar(range(of: id)), in: .global)
    }
    return value.node
  }

  // MARK: Options

  private mutating func options(of plot: PlotSyntax) -> ElaboratedPlot.Options? {
    var options = ElaboratedPlot.Options()
    var given: [PlotOption: SourceRange] = [:]
    var isSound = true
    for option in plot.options {
      let range = option.name.range
      guard let word = PlotOption(rawValue: source[range]) else {
        diagnostics.append(.unknownPlotOption(source[range], range))
        isSound = false
        continue
      }
      if let first = given[word] {
        diagnostics.append(.valueGivenTwice(word.rawValue, range, first: first))
        isSound = false
      }
      given[word] = range
      if (1...2).contains(plot.intervals.count), word.variableCount != plot.intervals.count {
        diagnostics.append(.plotOptionMisplaced(word, range))
        isSound = false
      }
      guard let count = count(of: option, word) else {
        isSound = false
        continue
      }
      switch word {
      case .secants: options.secants = count
      case .tangent: options.hasTangent = true
      case .gradients: options.arrows = count
      case .levels: options.levels = count
      }
    }
    return isSound ? options : nil
  }

  /// The number behind an option, or what its absence means.
  private mutating func count(of option: PlotSyntax.Option, _ word: PlotOption) -> Int? {
    guard let id = option.value else { return word.standardCount }
    guard case .number(let literal) = syntax.expressions[id].kind, let count = literal.integer,
      word.counts?.contains(count) == true
    else {
      if !syntax.expressions[id].isMissing {
        diagnostics.append(.plotOptionCount(word, range(of: id)))
      }
      return nil
    }
    return count
  }
}

extension ExpressionSyntax {
  fileprivate var isMissing: Bool { if case .missing = kind { true } else { false } }
}
