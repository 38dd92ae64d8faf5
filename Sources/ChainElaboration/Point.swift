import ChainDiagnostics
import ChainSyntax
import ExpressionGraph

/// A value that a point gives a name.
struct GivenValue {
  /// An input or a definition.
  let target: Entity
  let name: String
  /// Of the name.
  let range: SourceRange
  let value: Value
  /// Every length is known.
  let space: Space
  let isOverriding: Bool
}

/// Point statements: `at t = 0.5`.
extension Pass {
  /// What the figure's points give, in order of first mention, overridden name by name.
  mutating func pointValues() -> [GivenValue] {
    var values = given(by: elaborator.syntax, isOverriding: false)
    guard let overridingPoint else { return values }
    for value in overridingValues(overridingPoint) {
      if let index = values.firstIndex(where: { $0.target == value.target }) {
        values[index] = value
      } else {
        values.append(value)
      }
    }
    return values
  }

  private mutating func given(by figure: FigureSyntax, isOverriding: Bool) -> [GivenValue] {
    var values: [GivenValue] = []
    var firsts: [NameID: SourceRange] = [:]
    elaborator.allowsOnlyConstants = true
    defer { elaborator.allowsOnlyConstants = false }
    for statement in figure.statements {
      guard case .point(let point) = statement else { continue }
      for assignment in point.values {
        let name = elaborator.spelling(assignment.name.id)
        if let first = firsts[assignment.name.id] {
          elaborator.diagnostics.append(
            .valueGivenTwice(name, assignment.name.range, first: first))
          continue
        }
        firsts[assignment.name.id] = assignment.name.range
        if let value = value(assignment, name, isOverriding: isOverriding) {
          values.append(value)
        }
      }
    }
    return values
  }

  private mutating func value(
    _ assignment: AssignmentSyntax, _ name: String, isOverriding: Bool
  ) -> GivenValue? {
    let target = elaborator.names[assignment.name.id]
    if case .abstractFunction = target {
      elaborator.diagnostics.append(.pointOfFunction(name, assignment.name.range))
      return nil
    }
    if case .input(let index) = target, !elaborator.names.inputs[index].isDeclared,
      elaborator.dimensions.contains(name),
      elaborator.names.inputs[index].name.range == assignment.name.range
    {
      elaborator.diagnostics.append(.pointOfDimension(name, assignment.name.range))
      return nil
    }
    guard let value = elaborator.settledValue(of: assignment.value) else { return nil }
    let range = elaborator.range(of: assignment.value)
    guard value.contextual == nil else {
      elaborator.diagnostics.append(.unsized(range))
      return nil
    }
    let dimensions = elaborator.space(of: value).dimensions
    let lengths = dimensions.compactMap { elaborator.dimensions.length(of: $0) }
    guard lengths.count == dimensions.count else {
      elaborator.diagnostics.append(.indexNotConstant(range))
      return nil
    }
    return GivenValue(
      target: target, name: name, range: assignment.name.range, value: value,
      space: Space(declared: lengths.map { Dimension($0) }), isOverriding: isOverriding)
  }

  /// Reads the overriding point with its own names, then finds whose names in the figure they are.
  private mutating func overridingValues(_ point: OverridingPoint) -> [GivenValue] {
    let names = Names(point.figure)
    var reader = Pass(
      point.figure, point.source, names, DefinitionOrder(names, point.figure),
      usesLengths: elaborator.dimensions.usesLengths, wishesByUse: false, overridingPoint: nil)
    reader.elaborator.dimensions = elaborator.dimensions
    swap(&reader.elaborator.graph, &elaborator.graph)
    let values = reader.given(by: point.figure, isOverriding: true)
    swap(&reader.elaborator.graph, &elaborator.graph)
    elaborator.ranges.cover(elaborator.graph.count, with: elaborator.syntax.range)
    overridingDiagnostics += names.diagnostics.filter { $0.severity == .error }
    overridingDiagnostics += reader.elaborator.diagnostics
    return values.compactMap { value in
      guard let name = elaborator.syntax.names.find(value.name),
        elaborator.names[name] != .unknown
      else { return nil }
      if case .abstractFunction = elaborator.names[name] {
        overridingDiagnostics.append(.pointOfFunction(value.name, value.range))
        return nil
      }
      return GivenValue(
        target: elaborator.names[name], name: value.name, range: value.range, value: value.value,
        space: value.space, isOverriding: true)
    }
  }

  /// Takes the lengths of symbolic dimensions from the values, and refuses values that do not fit.
  mutating func fixLengths(by values: [GivenValue]) {
    for value in values {
      guard case .input(let index) = value.target, !isBroken(index),
        let space = declaredSpace(of: index)
      else { continue }
      guard let lengths = lengths(of: value.space, as: space) else {
        report(
          .pointShape(value.name, declared: space, found: value.space, value.range), for: value)
        continue
      }
      for (dimension, length) in zip(space.shape.dimensions, lengths)
      where !elaborator.dimensions.set(dimension, to: length) {
        let known = elaborator.dimensions.length(of: dimension)
        report(
          dimension.known == nil
            ? .pointConflict(
              value.name, space, dimension, length: length, known: known, value.range)
            : .pointShape(value.name, declared: space, found: value.space, value.range),
          for: value)
        break
      }
    }
  }

  private mutating func report(_ diagnostic: Diagnostic, for value: GivenValue) {
    if value.isOverriding {
      overridingDiagnostics.append(diagnostic)
    } else {
      elaborator.diagnostics.append(diagnostic)
    }
  }

  /// The lengths of the axes of a space that a value is given to; nil if it cannot be.
  ///
  /// A value with one dimension that is not 1 fits a space of the same kind, lying or standing.
  private func lengths(of value: Space, as space: Space) -> [Int]? {
    guard let given = value.shape.known else { return nil }
    switch (given.count, space.shape.order) {
    case let (have, want) where have == want: return given
    case (0...1, 0...1):
      let count = given.first ?? 1
      return space.shape.order == 1 ? [count] : count == 1 ? [] : nil
    case (0...1, 2):
      guard let grid = value.grid, let rows = grid.rows.known, let columns = grid.columns.known
      else { return nil }
      return [rows, columns]
    case _:
      let count = given.reduce(1, *)
      let isLine = given.count { $0 != 1 } <= 1 && space.shape.order > 2
      let open = space.shape.dimensions.filter { !$0.isOne }
      guard isLine, open.count <= 1 else { return nil }
      return space.shape.dimensions.map { $0.isOne ? 1 : count }
    }
  }

  /// The point as nodes of the shapes that the figure's values have.
  mutating func finishedPoint(
    _ values: inout [GivenValue], held: Set<NodeID>
  ) -> [PointValue] {
    values.compactMap { value in
      guard let target = targetNode(value, held) else { return nil }
      let lengths = elaborator.graph.shape(of: target).dimensions
        .compactMap { elaborator.dimensions.length(of: $0) }
      guard lengths.count == elaborator.graph.shape(of: target).order,
        let node = constant(value.value, as: Shape(lengths.map { Dimension($0) }))
      else {
        report(
          .pointShape(
            value.name, declared: Space(shape: elaborator.graph.shape(of: target)),
            found: value.space, value.range), for: value)
        return nil
      }
      return PointValue(
        node: target, value: node, range: value.range, isOverriding: value.isOverriding)
    }
  }

  private mutating func targetNode(_ value: GivenValue, _ held: Set<NodeID>) -> NodeID? {
    switch value.target {
    case .input(let index): return isBroken(index) ? nil : elaborator.inputs[index].node
    case .definition(let index):
      guard let defined = elaborator.settledDefinition(index) else { return nil }
      guard held.contains(defined.node) else {
        report(
          .pointOfDefinition(
            value.name, value.range,
            definition: elaborator.names.definitions[index].syntax.name.range), for: value)
        return nil
      }
      return defined.node
    case .abstractFunction, .unknown: return nil
    }
  }

  /// A constant with its entries in another shape; nil if they are not as many.
  private mutating func constant(_ value: Value, as shape: Shape) -> NodeID? {
    let known = Shape(
      elaborator.shape(of: value).dimensions.compactMap {
        elaborator.dimensions.length(of: $0).map { Dimension($0) }
      })
    if elaborator.shape(of: value) == shape { return value.node }
    guard known.entryCount == shape.entryCount else { return nil }
    if shape.isScalar || elaborator.isScalar(value) {
      guard
        let entry = elaborator.isScalar(value)
          ? value.node : elaborator.entries(of: value)?.first
      else { return nil }
      return shape.isScalar ? entry : elaborator.graph.literal([entry], shape: shape)
    }
    return elaborator.entries(of: value).map { elaborator.graph.literal($0, shape: shape) }
  }
}
