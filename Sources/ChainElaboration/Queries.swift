import ChainDiagnostics
import ChainSyntax
import ExpressionGraph

extension Elaborator {
  /// The highest order of a derivative.
  private static let highestOrder = 16

  /// The figure's queries; without any, the last definition by each of its free inputs.
  mutating func queries() -> [ElaboratedQuery] {
    var queries: [ElaboratedQuery] = []
    var hasQuery = false
    var hasPlot = false
    var freeInputs = FreeInputs()
    for statement in syntax.statements {
      switch statement {
      case .query(let query):
        hasQuery = true
        queries += self.queries(query, &freeInputs)
      case .plot: hasPlot = true
      case .declaration, .functionDeclaration, .definition, .point, .dimensions, .setting:
        continue
      }
    }
    return hasQuery ? queries : impliedQueries(hasPlot: hasPlot, &freeInputs)
  }

  private mutating func impliedQueries(
    hasPlot: Bool, _ freeInputs: inout FreeInputs
  ) -> [ElaboratedQuery] {
    guard let last = names.definitions.indices.last else {
      if !hasPlot, !syntax.hasLostStatement, !syntax.diagnostics.containsError {
        diagnostics.append(.nothingToShow(syntax.range))
      }
      return []
    }
    guard let output = settledDefinition(last) else { return [] }
    shownDefinition = output.node
    let definition = names.definitions[last].syntax
    return gradients(
      of: output, name: spelling(definition.name.id), range: definition.range, &freeInputs)
  }

  /// The value by each of the inputs it depends on.
  private mutating func gradients(
    of output: Value, name: String, range: SourceRange, _ freeInputs: inout FreeInputs
  ) -> [ElaboratedQuery] {
    let free = freeInputs.below(output.node, in: graph)
    return held(free).map { input in
      ElaboratedQuery(
        output: output.node, outputName: name, heldInputs: [input], isPartial: free.count > 1,
        range: range)
    }
  }

  /// Variables as what a derivative is taken by, in source order.
  private func held(_ nodes: [NodeID]) -> [HeldInput] {
    let wanted = Set(nodes)
    return zip(names.inputs, inputs)
      .filter { wanted.contains($1.node) }
      .sorted { $0.0.name.id < $1.0.name.id }
      .map { HeldInput(node: $1.node, component: nil, name: spelling($0.name.id)) }
  }

  private mutating func queries(
    _ query: QuerySyntax, _ freeInputs: inout FreeInputs
  ) -> [ElaboratedQuery] {
    let output = output(of: query)
    switch query.form {
    case .derivative(let order, let below):
      guard order <= Self.highestOrder else {
        diagnostics.append(.orderTooHigh(order, query.range))
        return []
      }
      let held = below.map { denominator in
        heldInput(denominator).map { Array(repeating: $0, count: denominator.power) }
      }
      let inputs = held.compactMap(\.self).flatMap(\.self)
      guard let output, inputs.count == order, held.allSatisfy({ $0 != nil }) else { return [] }
      return [derivative(of: output, by: inputs, query, &freeInputs)]
    case .gradient, .hessian:
      guard let output else { return [] }
      return wholeDerivatives(of: output, query, &freeInputs)
    }
  }

  private mutating func output(of query: QuerySyntax) -> Value? {
    if let glued = query.operand.glued, names[glued.id] != .unknown {
      diagnostics.append(.gluedName(spelling(glued.id), glued.range))
      return nil
    }
    let id = query.operand.expression
    guard let value = settledValue(of: id) else { return nil }
    return value.contextual == nil ? value : fail(.unsized(range(of: id)), in: .global)
  }

  private mutating func derivative(
    of output: Value, by inputs: [HeldInput], _ query: QuerySyntax, _ freeInputs: inout FreeInputs
  ) -> ElaboratedQuery {
    let free = freeInputs.below(output.node, in: graph)
    let held = Set(inputs.map(\.node))
    let name = outputName(query)
    for input in inputs where isImpliedHere(input, free) {
      diagnostics.append(.noDependence(name, input.name, query.range))
    }
    let holdsDefinition = held.contains {
      if case .definition = graph.operation(of: $0) { true } else { false }
    }
    return ElaboratedQuery(
      output: output.node, outputName: name, heldInputs: inputs,
      isPartial: holdsDefinition || free.contains { !held.contains($0) }, range: query.range)
  }

  /// Whether an input below the bar is declared nowhere and the output does not know it.
  private func isImpliedHere(_ input: HeldInput, _ free: [NodeID]) -> Bool {
    guard !free.contains(input.node) else { return false }
    return zip(names.inputs, inputs).contains { !$0.isDeclared && $1.node == input.node }
  }

  private func outputName(_ query: QuerySyntax) -> String {
    source[range(of: query.operand.expression)]
  }

  /// `grad f`, `hessian f`: by the function's parameters, or by every input the value depends on.
  private mutating func wholeDerivatives(
    of output: Value, _ query: QuerySyntax, _ freeInputs: inout FreeInputs
  ) -> [ElaboratedQuery] {
    var by = parameters(of: query.operand.expression)
    if by.isEmpty { by = held(freeInputs.below(output.node, in: graph)) }
    if case .gradient = query.form {
      return by.map { derivative(of: output, by: [$0], query, &freeInputs) }
    }
    var queries: [ElaboratedQuery] = []
    for (index, first) in by.enumerated() {
      for second in by[index...] {
        queries.append(derivative(of: output, by: [first, second], query, &freeInputs))
      }
    }
    return queries
  }

  /// What the parameters of a bare function stand for.
  private mutating func parameters(of id: ExpressionID) -> [HeldInput] {
    guard case .name(let name) = syntax.expressions[id].kind,
      case .definition(let index) = names[name]
    else { return [] }
    return names.definitions[index].parameters.compactMap { parameter in
      heldNode(parameter).map {
        HeldInput(node: $0.node, component: nil, name: spelling(parameter.id))
      }
    }
  }

  private mutating func heldInput(_ denominator: DenominatorSyntax) -> HeldInput? {
    let id = denominator.input.expression
    if let glued = denominator.input.glued, names[glued.id] != .unknown {
      return fail(.gluedName(spelling(glued.id), glued.range), in: .global)
    }
    if case .missing = syntax.expressions[id].kind { return nil }
    guard let name = syntax.heldName(denominator.input, names: names) else {
      return fail(.expressionBelowBar(source[range(of: id)], range(of: id)), in: .global)
    }
    guard let value = heldNode(name) else { return nil }
    guard case .index(_, let subscripts) = syntax.expressions[id].kind else {
      return HeldInput(node: value.node, component: nil, name: spelling(name.id))
    }
    if let open = value.open { return needsLength(open, name.range, in: .global) }
    guard
      let axes = axes(subscripts, of: Operand(value, name.range), range(of: id), in: .global)
    else { return nil }
    return HeldInput(node: value.node, component: axes.pattern, name: source[range(of: id)])
  }

  /// What a name below a bar stands for: a variable, or a definition held as an input.
  mutating func heldNode(_ name: NameSyntax) -> Value? {
    switch names[name.id] {
    case .definition(let index): return settledDefinition(index)
    case .input(let index):
      let source = names.inputs[index]
      guard let promise = source.properties.first(where: { $0.property == .constant }) else {
        return value(of: name.id, at: name.range, in: .global)
      }
      return fail(
        .constantBelowBar(spelling(name.id), name.range, declared: promise.range), in: .global)
    case .abstractFunction, .unknown: return value(of: name.id, at: name.range, in: .global)
    }
  }
}

/// The variables each output depends on, constants aside, found once an output.
struct FreeInputs {
  private var known: [NodeID: [NodeID]] = [:]

  mutating func below(_ output: NodeID, in graph: ExpressionGraph) -> [NodeID] {
    if let known = known[output] { return known }
    let marks = graph.reach(of: [output])
    let free = marks.indices.filter { marks[$0] }.map { NodeID(index: Int32($0)) }
      .filter { node in
        guard case .variable(let id) = graph.operation(of: node) else { return false }
        return !graph[id].properties.contains(.constant)
      }
    known[output] = free
    return free
  }
}
