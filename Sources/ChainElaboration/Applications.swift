import ChainDiagnostics
import ChainSyntax
import ExpressionGraph

/// A function with what it is applied to, as written.
struct Call {
  let name: String
  /// Of the name alone.
  let head: SourceRange
  let arguments: [ArgumentSyntax]
  /// Of the whole application.
  let range: SourceRange
  let scope: Elaborator.Scope
}

extension Elaborator {
  mutating func application(
    _ head: ExpressionID, _ arguments: [ArgumentSyntax], _ range: SourceRange, in scope: Scope
  ) -> Value? {
    guard case .name(let name) = syntax.expressions[head].kind else {
      return derivativeApplication(head, arguments, range, in: scope)
    }
    let call = Call(
      name: spelling(name), head: self.range(of: head), arguments: arguments, range: range,
      scope: scope)
    if scope.bindings[name] != nil { return notAFunction(call) }
    switch names[name] {
    case .definition(let index): return apply(definition: index, call)
    case .abstractFunction(let index): return apply(abstract: index, derivatives: [], call)
    case .input: return notAFunction(call)
    case .unknown: break
    }
    let word = syntax.names[name].canonical
    guard let row = FunctionTable.rows[word] else {
      return unknownFunction(name, call)
    }
    return apply(row, call)
  }

  /// `a(b + c)` where `a` is a value.
  private mutating func notAFunction(_ call: Call) -> Value? {
    _ = evaluated(call)
    return fail(.notAFunction(call.name, call.head, call.range, in: source), in: call.scope)
  }

  private mutating func unknownFunction(_ name: NameID, _ call: Call) -> Value? {
    _ = evaluated(call)
    if dimensions.contains(call.name) || ["pi", "e", "I"].contains(syntax.names[name].canonical) {
      return fail(.notAFunction(call.name, call.head, call.range, in: source), in: call.scope)
    }
    guard isFirstReport(of: name) else { return nil }
    let suggestion = suggestion(for: name, besides: FunctionTable.words)
    return fail(
      .unknownFunction(call.name, call.head, suggestion: suggestion), in: call.scope)
  }

  /// The values of all arguments, every error of theirs reported; nil if there is one.
  mutating func evaluated(_ call: Call) -> [Operand]? {
    let operands = call.arguments.map { argument in
      value(of: argument.value, in: call.scope).map { Operand($0, range(of: argument.value)) }
    }
    let known = operands.compactMap(\.self)
    return known.count == operands.count ? known : nil
  }

  private mutating func apply(definition index: Int, _ call: Call) -> Value? {
    let definition = names.definitions[index]
    guard !allowsOnlyConstants else {
      return fail(.pointNotConstant(call.name, call.range), in: call.scope)
    }
    guard definition.syntax.parameters != nil else { return notAFunction(call) }
    guard definition.parameters.count == call.arguments.count else {
      _ = evaluated(call)
      return fail(
        .wrongArgumentCount(
          call.name, call.range,
          expected: definition.parameters.count...definition.parameters.count,
          found: call.arguments.count, definedAt: definition.syntax.name.range),
        in: call.scope)
    }
    guard let operands = evaluated(call) else { return nil }
    for operand in operands where operand.value.contextual != nil {
      return fail(.unsized(operand.range), in: call.scope)
    }
    return instance(of: index, at: operands.map(\.value), call.range, in: call.scope)
  }

  private mutating func apply(
    abstract index: Int, derivatives: [Int], _ call: Call
  ) -> Value? {
    let declaration = names.abstractFunctions[index]
    guard declaration.domain.count == call.arguments.count else {
      _ = evaluated(call)
      return fail(
        .wrongArgumentCount(
          call.name, call.range, expected: declaration.domain.count...declaration.domain.count,
          found: call.arguments.count, definedAt: declaration.name.range),
        in: call.scope)
    }
    guard let operands = evaluated(call), let function = abstractFunctions[index] else {
      return nil
    }
    var nodes: [NodeID] = []
    for (operand, domain) in zip(operands, function.domain) {
      guard let node = fitted(operand, to: domain, of: call) else { return nil }
      nodes.append(node)
    }
    let node = graph.application(function, derivatives: derivatives, to: nodes)
    return Value(node, isRow: derivatives.isEmpty && abstractRows[index])
  }

  /// An argument of an abstract function, of exactly the space that was declared.
  private mutating func fitted(_ operand: Operand, to domain: Shape, of call: Call) -> NodeID? {
    let space = Space(shape: domain)
    guard let sized = sized(operand, as: space, in: call.scope) else { return nil }
    if isScalar(sized), !domain.isScalar, let open = sized.open {
      return wish(open, space)
    }
    guard shape(of: sized) == domain else {
      return fail(
        .wrongArgument(call.name, expected: space, found: self.space(of: sized), operand.range),
        in: call.scope)
    }
    return sized.node
  }

  /// `D(f, 1)(x)`: the derivative of an abstract function by its first argument, at x.
  private mutating func derivativeApplication(
    _ head: ExpressionID, _ arguments: [ArgumentSyntax], _ range: SourceRange, in scope: Scope
  ) -> Value? {
    guard case .application(let operatorID, let operands) = syntax.expressions[head].kind,
      case .name(let operatorName) = syntax.expressions[operatorID].kind,
      syntax.names[operatorName].canonical == "D", names[operatorName] == .unknown,
      let first = operands.first, case .name(let name) = syntax.expressions[first.value].kind,
      case .abstractFunction(let index) = names[name]
    else {
      return fail(.notAnApplication(self.range(of: head), range), in: scope)
    }
    let count = names.abstractFunctions[index].domain.count
    var positions: [Int] = []
    for operand in operands.dropFirst() {
      guard case .number(let literal) = syntax.expressions[operand.value].kind,
        let position = literal.integer, (1...max(count, 1)).contains(position)
      else {
        return fail(
          .noSuchArgument(spelling(name), count: count, self.range(of: operand.value)), in: scope)
      }
      positions.append(position - 1)
    }
    let call = Call(
      name: spelling(name), head: self.range(of: head), arguments: arguments, range: range,
      scope: scope)
    return apply(abstract: index, derivatives: positions, call)
  }
}
