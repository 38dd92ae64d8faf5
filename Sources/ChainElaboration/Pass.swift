import ChainDiagnostics
import ChainSyntax
import ExpressionGraph

/// One pass over a figure under one reading, statement kind by statement kind.
struct Pass {
  var elaborator: Elaborator
  var overridingDiagnostics: [Diagnostic] = []
  let order: DefinitionOrder
  let overridingPoint: OverridingPoint?
  /// The spaces of inputs as declared, before dimensions are replaced by their equals.
  private var declared: [Int: Space] = [:]
  private var broken: Set<Int> = []
  /// Inputs declared as R^1.
  private var oneVectors: Set<Int> = []

  init(
    _ figure: FigureSyntax, _ source: SourceText, _ names: Names, _ order: DefinitionOrder,
    usesLengths: Bool, wishesByUse: Bool, overridingPoint: OverridingPoint?
  ) {
    elaborator = Elaborator(
      figure, in: source, names: names, dimensions: DimensionTable(usesLengths: usesLengths))
    elaborator.wishesByUse = wishesByUse
    self.order = order
    self.overridingPoint = overridingPoint
  }

  /// The figure; nil where what is wrong leaves nothing to show.
  ///
  /// `shapes` are those that uses have asked for in earlier passes, by input.
  mutating func run(shapes: [Int: Space]) -> ElaboratedFigure? {
    readSpaces()
    readDimensionStatements()
    var values = pointValues()
    fixLengths(by: values)
    makeInputs(shapes: shapes, values)
    makeAbstractFunctions()
    for index in order.cyclic { elaborator.definitions[index] = .failed }
    // In source order, so that nodes are as old as the source mentions them.
    settleDefinitions()
    let queries = elaborator.queries()
    let plots = elaborator.plots()
    let held = queries.flatMap(\.wrt) + plots.flatMap(\.intervals).map(\.node)
    let point = finishedPoint(&values, held: Set(held))
    return finished(queries, plots, point)
  }

  private mutating func readSpaces() {
    var reader = DimensionReader(elaborator.syntax)
    for (index, input) in elaborator.names.inputs.enumerated() {
      guard let space = input.space else {
        if input.isDeclared { broken.insert(index) }
        continue
      }
      guard let shape = reader.shape(space) else {
        broken.insert(index)
        continue
      }
      shape.dimensions.forEach { elaborator.dimensions.mention($0) }
      declared[index] = Space(declared: shape.dimensions)
      if (1...2).contains(shape.order), shape.dimensions.allSatisfy(\.isOne) {
        oneVectors.insert(index)
      }
    }
    for entry in elaborator.names.definitions {
      guard let space = entry.declaredSpace, let shape = reader.shape(space) else { continue }
      shape.dimensions.forEach { elaborator.dimensions.mention($0) }
    }
    elaborator.diagnostics += reader.diagnostics
  }

  private mutating func readDimensionStatements() {
    var reader = DimensionReader(elaborator.syntax)
    for statement in elaborator.syntax.statements {
      guard case .dimensions(let dimensions) = statement else { continue }
      for value in dimensions.values {
        guard let dimension = reader.dimension(value.value) else { continue }
        let name = Dimension(symbol: elaborator.spelling(value.name.id))
        if !elaborator.dimensions.equate(name, dimension) {
          elaborator.diagnostics.append(.unequalDimensions(name, dimension, value.name.range))
        }
      }
    }
    elaborator.diagnostics += reader.diagnostics
  }

  private mutating func makeInputs(shapes: [Int: Space], _ values: [GivenValue]) {
    var givenSpaces: [Int: Space] = [:]
    for value in values {
      if case .input(let index) = value.target { givenSpaces[index] = value.space }
    }
    for (index, input) in elaborator.names.inputs.enumerated() {
      let known = declared[index] ?? givenSpaces[index] ?? shapes[index]
      var space = known ?? .scalar
      let resolved = elaborator.dimensions.resolve(Shape(space.dimensions))
      space = Space(declared: resolved.dimensions)
      checkProperties(of: input, space)
      let node = elaborator.graph.variable(
        Variable(
          name: elaborator.spelling(input.name.id), shape: space.shape,
          properties: Properties(input.properties), isRow: space.isRow,
          isOneVector: oneVectors.contains(index)))
      elaborator.ranges.cover(elaborator.graph.count, with: input.name.range)
      if space.isRow { elaborator.rows.insert(node) }
      elaborator.inputs.append(
        .init(
          node: node, isRow: space.isRow, isOpen: known == nil && !broken.contains(index),
          isBroken: broken.contains(index)))
    }
  }

  private mutating func checkProperties(of input: InputSource, _ space: Space) {
    guard !space.shape.isScalar, !space.shape.isSquare,
      let promise = input.properties.first(where: \.property.needsSquare)
    else { return }
    elaborator.diagnostics.append(
      .notSquare("`\(promise.property.rawValue)`", space, promise.range))
  }

  private mutating func makeAbstractFunctions() {
    var reader = DimensionReader(elaborator.syntax)
    for source in elaborator.names.abstractFunctions {
      let domain = source.domain.compactMap { reader.shape($0) }
      let codomain = source.codomain.flatMap { reader.shape($0) }
      guard domain.count == source.domain.count, let codomain else {
        elaborator.abstractFunctions.append(nil)
        elaborator.abstractRows.append(false)
        continue
      }
      for shape in domain + [codomain] {
        shape.dimensions.forEach { elaborator.dimensions.mention($0) }
      }
      let table = elaborator.dimensions
      let space = { (shape: Shape) in Space(declared: table.resolve(shape).dimensions) }
      elaborator.abstractFunctions.append(
        AbstractFunction(
          name: elaborator.spelling(source.name.id), domain: domain.map { space($0).shape },
          codomain: space(codomain).shape))
      elaborator.abstractRows.append(space(codomain).isRow)
    }
    elaborator.diagnostics += reader.diagnostics
  }

  /// Works out what no query asks for as well, to find what is wrong in it.
  ///
  /// A function that is only ever applied to arguments is not looked at by itself: its parameters may have no shape.
  private mutating func settleDefinitions() {
    for index in order.order where !order.cyclic.contains(index) {
      let isFunction = elaborator.names.definitions[index].syntax.parameters != nil
      if isFunction, order.applied.contains(index) { continue }
      _ = elaborator.settledDefinition(index)
    }
  }

  /// Most entries of a tensor that are worked out at a point.
  private static let entryLimit = 10_000_000
  /// Most rows of a matrix that is inverted or whose determinant is taken: that costs their cube.
  private static let rowLimit = 1000

  private mutating func finished(
    _ queries: [ElaboratedQuery], _ plots: [ElaboratedPlot], _ point: [PointValue]
  ) -> ElaboratedFigure? {
    let graph = elaborator.graph
    let plotted = plots.map(\.function) + plots.flatMap(\.intervals).map(\.node)
    let shown = queries.map(\.output) + queries.flatMap(\.wrt) + plotted
    let needed = graph.reach(of: shown + [elaborator.shownDefinition].compactMap(\.self))
    checkSizes(of: graph.reach(of: shown + point.map(\.value)))
    guard !elaborator.diagnostics.containsError else { return nil }
    warnOfUnused(point, needed)
    let definitions = elaborator.definitionNodes.filter { needed.marks($0.node) }
      .sorted { ($0.definition, $0.node) < ($1.definition, $1.node) }
    return ElaboratedFigure(
      graph: graph, inputs: inputs(needed), definitions: definitions.map(\.node),
      queries: queries,
      point: point, sizes: elaborator.dimensions.sizes, settings: settings, plots: plots,
      ranges: elaborator.ranges,
      definitionSources: Dictionary(
        definitions.map { ($0.node, $0.source) }, uniquingKeysWith: { first, _ in first }),
      rows: elaborator.rows)
  }

  /// Declared inputs and those that occur, by where their names first stand.
  private func inputs(_ needed: [Bool]) -> [NodeID] {
    zip(elaborator.names.inputs, elaborator.inputs)
      .filter { $0.isDeclared || needed.marks($1.node) }
      .sorted { $0.0.name.id < $1.0.name.id }
      .map(\.1.node)
  }

  private var settings: [SettingSyntax] {
    elaborator.syntax.statements.compactMap {
      if case .setting(let setting) = $0 { setting } else { nil }
    }
  }

  private mutating func checkSizes(of marks: [Bool]) {
    let sizes = elaborator.dimensions.sizes
    for index in marks.indices where marks[index] {
      let node = NodeID(index: Int32(index))
      guard let finding = sizeFinding(node, sizes) else { continue }
      elaborator.diagnostics.append(finding)
      return
    }
  }

  /// What is too large about a node.
  private func sizeFinding(_ node: NodeID, _ sizes: [String: Int]) -> Diagnostic? {
    let graph = elaborator.graph
    let range = elaborator.ranges[node] ?? elaborator.syntax.range
    if case .matrixFunction(let function) = graph.operation(of: node),
      let rows = numericShape(of: graph.operand(of: node, at: 0), sizes).known?.first,
      rows > Self.rowLimit
    {
      return .tooManyRows(function.name, rows, range, limit: Self.rowLimit)
    }
    guard !graph.isScalar(node) else { return nil }
    let shape = numericShape(of: node, sizes)
    guard shape.known != nil, shape.entryCount ?? .max > Self.entryLimit else { return nil }
    return .tooManyEntries(shape, range, limit: Self.entryLimit)
  }

  /// The shape with the sizes that are known put in.
  private func numericShape(of node: NodeID, _ sizes: [String: Int]) -> Shape {
    elaborator.graph.shape(of: node).substituting { sizes[$0].map { Dimension($0) } }
  }

  /// A value for a name that is neither declared nor used is probably misspelt.
  private mutating func warnOfUnused(_ point: [PointValue], _ needed: [Bool]) {
    let implied = Set(
      zip(elaborator.names.inputs, elaborator.inputs).filter { !$0.0.isDeclared }.map(\.1.node))
    for value in point
    where !value.isOverriding && implied.contains(value.node) && !needed.marks(value.node) {
      guard case .variable(let id) = elaborator.graph.operation(of: value.node) else { continue }
      elaborator.diagnostics.append(.unusedPoint(elaborator.graph[id].name, value.range))
    }
  }

  func declaredSpace(of input: Int) -> Space? { declared[input] }

  func isBroken(_ input: Int) -> Bool { broken.contains(input) }
}

extension Properties {
  /// The properties that a declaration promises; positive definite means symmetric too.
  init(_ syntax: [PropertySyntax]) {
    self = syntax.reduce(into: Properties()) { properties, promise in
      switch promise.property {
      case .symmetric: properties.insert(.symmetric)
      case .positiveDefinite: properties.formUnion([.positiveDefinite, .symmetric])
      case .diagonal: properties.insert(.diagonal)
      case .orthogonal: properties.insert(.orthogonal)
      case .invertible: properties.insert(.invertible)
      case .positive: properties.insert(.positive)
      case .constant: properties.insert(.constant)
      }
    }
  }
}
