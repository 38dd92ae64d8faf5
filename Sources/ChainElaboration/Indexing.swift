import ChainDiagnostics
import ChainSyntax
import ExpressionGraph

extension Elaborator {
  mutating func indexed(
    _ operand: ExpressionID, _ subscripts: [SubscriptSyntax], _ range: SourceRange,
    in scope: Scope
  ) -> Value? {
    guard let value = value(of: operand, in: scope),
      let sized = sizedOnItsOwn(Operand(value, self.range(of: operand)), in: scope)
    else { return nil }
    if let open = value.open, isScalar(value), missingShapes.contains(open.input) { return nil }
    if let open = value.open { return needsLength(open, sized.range, in: scope) }
    guard let axes = axes(subscripts, of: sized, range, in: scope) else { return nil }
    if isScalar(value) { return value }
    return Value(graph.slice(value.node, axes.pattern), isRow: axes.isRow)
  }

  /// What is taken along each axis of the graph, and how the result lies.
  struct IndexedAxes {
    var pattern: [SlicePattern.Axis]
    var isRow: Bool
  }

  /// The axes that subscripts select; one for each dimension, or for a vector its one axis only.
  mutating func axes(
    _ subscripts: [SubscriptSyntax], of operand: Operand, _ range: SourceRange, in scope: Scope
  ) -> IndexedAxes? {
    let space = space(of: operand.value)
    let order = space.shape.order
    let padded = order >= 2 || subscripts.count == order ? space.dimensions.count : 2
    guard subscripts.count == order || (order <= 1 && (1...2).contains(subscripts.count)) else {
      return fail(.wrongIndexCount(space, subscripts.count, range), in: scope)
    }
    var dimensions = space.shape.dimensions
    if subscripts.count > order {
      let unit = Array(repeating: Dimension(1), count: subscripts.count - order)
      dimensions = space.isRow && padded == 2 ? unit + dimensions : dimensions + unit
    }
    var axes: [SlicePattern.Axis] = []
    for (position, place) in subscripts.enumerated() {
      guard
        let axis = axis(place, position, dimensions[position], space, in: scope)
      else { return nil }
      axes.append(axis)
    }
    if subscripts.count > order {
      axes = zip(axes, dimensions).filter { !$0.1.isOne }.map(\.0)
    }
    let isRow =
      order == 1
      ? space.isRow && !axes[0].isSingle
      : order == 2 && axes[0].isSingle && !axes[1].isSingle
    return IndexedAxes(pattern: axes, isRow: isRow)
  }

  private mutating func axis(
    _ place: SubscriptSyntax, _ position: Int, _ dimension: Dimension, _ space: Space,
    in scope: Scope
  ) -> SlicePattern.Axis? {
    let length = dimensions.length(of: dimension)
    switch place {
    case .at(let id):
      guard let index = wholeNumber(id, in: scope) else { return nil }
      guard index >= 1, index <= length ?? .max else {
        return fail(.indexOutOfRange(index, dimension, space, range(of: id)), in: scope)
      }
      return .index(index - 1)
    case .slice(let from, let to, let range):
      let bounds = [from, to].map { $0.map { bound($0, in: scope) } }
      if bounds.contains(where: { $0 != nil && $0 == .some(nil) }) { return nil }
      let start = bounds[0].flatMap(\.self) ?? Dimension(1)
      let end = bounds[1].flatMap(\.self) ?? dimension
      return slice(from: start, through: end, of: dimension, space, range, in: scope)
    }
  }

  private mutating func slice(
    from start: Dimension, through end: Dimension, of dimension: Dimension, _ space: Space,
    _ range: SourceRange, in scope: Scope
  ) -> SlicePattern.Axis? {
    guard let first = dimensions.length(of: start) else {
      return fail(.indexNotConstant(range), in: scope)
    }
    if start.isOne, end == dimension { return dimension.isOne ? .index(0) : .all }
    let count = end + Dimension(1 - first)
    if let last = dimensions.length(of: end) {
      guard first >= 1, first <= last else {
        return fail(.emptySlice(first, last, range), in: scope)
      }
      guard last <= dimensions.length(of: dimension) ?? .max else {
        return fail(.indexOutOfRange(last, dimension, space, range), in: scope)
      }
    }
    return count.isOne
      ? .index(first - 1) : .range(start: Dimension(first - 1), length: dimensions.resolve(count))
  }

  /// A bound of a slice: a whole number or a dimension.
  private mutating func bound(_ id: ExpressionID, in scope: Scope) -> Dimension? {
    if case .number = syntax.expressions[id].kind {
      return wholeNumber(id, in: scope).map { Dimension($0) }
    }
    return sizeArgument(id, in: scope)
  }

  /// A constant whole number, perhaps by way of a dimension whose length is known.
  mutating func wholeNumber(_ id: ExpressionID, in scope: Scope) -> Int? {
    guard let value = value(of: id, in: scope) else { return nil }
    if let whole = number(value)?.integer { return whole }
    if case .dimension(let dimension) = graph.operation(of: value.node),
      let length = dimensions.length(of: graph[dimension])
    {
      return length
    }
    return fail(.indexNotConstant(range(of: id)), in: scope)
  }

  /// The constant whole numbers of a row or column literal.
  mutating func wholeNumbers(_ id: ExpressionID, in scope: Scope) -> [Int]? {
    guard case .literal(let rows) = syntax.expressions[id].kind else {
      return wholeNumber(id, in: scope).map { [$0] }
    }
    let entries = rows.flatMap(\.self)
    let numbers = entries.compactMap { wholeNumber($0, in: scope) }
    return numbers.count == entries.count ? numbers : nil
  }
}

extension SlicePattern.Axis {
  var isSingle: Bool { if case .index = self { true } else { false } }
}
