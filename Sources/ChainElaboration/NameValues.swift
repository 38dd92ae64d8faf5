import ChainDiagnostics
import ChainSyntax
import ExpressionGraph

extension Elaborator {
  /// What a bare name stands for.
  mutating func value(of name: NameID, at range: SourceRange, in scope: Scope) -> Value? {
    if let bound = scope.bindings[name] { return bound }
    switch names[name] {
    case .input(let index): return input(index, at: range, in: scope)
    case .definition(let index): return definition(index, named: name, at: range, in: scope)
    case .abstractFunction:
      guard let shadow = names.shadowInputs[name] else {
        return fail(.abstractNeedsArgument(spelling(name), range), in: scope)
      }
      return input(shadow, at: range, in: scope)
    case .unknown: return constant(name, at: range, in: scope)
    }
  }

  private mutating func input(
    _ index: Int, at range: SourceRange, in scope: Scope
  ) -> Value? {
    guard !allowsOnlyConstants else {
      return fail(.pointNotConstant(spelling(names.inputs[index].name.id), range), in: scope)
    }
    let state = inputs[index]
    guard !state.isBroken else { return nil }
    return Value(
      state.node, isRow: state.isRow,
      open: state.isOpen ? OpenShape(input: index, isTransposed: false) : nil)
  }

  /// A bare function is the function at its parameters, as the body at hand sees them.
  private mutating func definition(
    _ index: Int, named name: NameID, at range: SourceRange, in scope: Scope
  ) -> Value? {
    guard !allowsOnlyConstants else {
      return fail(.pointNotConstant(spelling(name), range), in: scope)
    }
    let parameters = names.definitions[index].parameters
    guard parameters.contains(where: { scope.bindings[$0.id] != nil }) else {
      return definition(index)
    }
    let arguments = parameters.map { value(of: $0.id, at: range, in: scope) }
    let known = arguments.compactMap(\.self)
    guard known.count == arguments.count else { return nil }
    return instance(of: index, at: known, range, in: scope)
  }

  /// A definition as itself; nil if it is wrong or must be worked out first.
  mutating func definition(_ index: Int) -> Value? {
    switch definitions[index] {
    case .known(let value): return value
    case .failed: return nil
    case .unknown, .running:
      pending.append(.definition(index))
      return nil
    }
  }

  /// A function at arguments; the definition as itself where those are its own parameters.
  mutating func instance(
    of index: Int, at arguments: [Value], _ range: SourceRange, in scope: Scope
  ) -> Value? {
    let parameters = names.definitions[index].parameters
    let isItself = zip(parameters, arguments).allSatisfy { parameter, argument in
      isParameter(parameter.id, argument)
    }
    if isItself { return definition(index) }
    let key = Instance(definition: index, arguments: arguments)
    guard let known = instances[key] else {
      guard mayApply(index, in: scope) else { return nil }
      instances[key] = instanceOutcomes.count
      pending.append(.instance(instanceOutcomes.count))
      let text = scope.bindings.isEmpty ? source[range] : text(of: key)
      instanceOutcomes.append(
        InstanceOutcome(
          instance: key, range: scope.application ?? range, text: text, outcome: .unknown))
      return nil
    }
    switch instanceOutcomes[known].outcome {
    case .known(let value): return value
    case .failed: return nil
    case .unknown, .running:
      pending.append(.instance(known))
      return nil
    }
  }

  /// Counts applications inside applications: functions that each apply the one before twice
  /// would ask for 2^n.
  private mutating func mayApply(_ index: Int, in scope: Scope) -> Bool {
    guard let application = scope.application else { return true }
    guard !isTooNested else { return false }
    let count = nestedApplications[index, default: 0]
    nestedApplications[index] = count + 1
    if count == Self.nestingLimit {
      isTooNested = true
      report(.tooManyInstances(Self.nestingLimit, application), in: .global)
    }
    return count < Self.nestingLimit
  }

  private static let nestingLimit = 10_000

  /// An instance that the source does not spell, since it is one inside another.
  private func text(of instance: Instance) -> String {
    let arguments = instance.arguments.map { argument in
      switch graph.operation(of: argument.node) {
      case .variable(let id): graph[id].name
      case .definition(let id): graph[id].application ?? graph[id].name
      case .number, .pi, .dimension, .sum, .product, .elementwise, .reduction, .vectorFunction,
        .literal, .slice, .selector, .choice, .application, .matrixFunction, .reshape, .join,
        .triangle:
        ranges[argument.node].map { source[$0] } ?? "…"
      }
    }
    let name = spelling(names.definitions[instance.definition].syntax.name.id)
    return "\(name)(\(arguments.joined(separator: ", ")))"
  }

  /// Whether an argument is what a parameter of that name is everywhere.
  private func isParameter(_ parameter: NameID, _ argument: Value) -> Bool {
    switch names[parameter] {
    case .input(let index): return inputs[index].node == argument.node
    case .definition(let index):
      guard case .known(let value) = definitions[index] else { return false }
      return value.node == argument.node
    case .abstractFunction:
      return names.shadowInputs[parameter].map { inputs[$0].node == argument.node } ?? false
    case .unknown: return false
    }
  }

  /// A built-in constant, or a dimension's size as a number.
  private mutating func constant(
    _ name: NameID, at range: SourceRange, in scope: Scope
  ) -> Value? {
    if dimensions.contains(spelling(name)) {
      return size(Dimension(symbol: spelling(name)))
    }
    switch syntax.names[name].canonical {
    case "pi": return Value(graph.node(.pi))
    case "e": return Value(eulerNumber())
    case "I": return Value(graph.number(.one), contextual: .identity)
    case let word: return unknown(name, word, range, in: scope)
    }
  }

  /// The size of an axis as a scalar.
  mutating func size(_ dimension: Dimension) -> Value {
    let resolved = dimensions.resolve(dimension)
    return Value(
      resolved.known.map { graph.number($0) }
        ?? graph.node(.dimension(graph.intern(resolved))))
  }

  private mutating func unknown(
    _ name: NameID, _ word: String, _ range: SourceRange, in scope: Scope
  ) -> Value? {
    guard isFirstReport(of: name) else { return nil }
    let isFunction = FunctionTable.rows[word] != nil
    let suggestion = isFunction ? nil : suggestion(for: name, besides: dimensions.names + ["pi"])
    return fail(
      .unknownName(spelling(name), range, suggestion: suggestion, isFunction: isFunction),
      in: scope)
  }

  /// The known name that may have been meant; only for the first names of many.
  mutating func suggestion(for name: NameID, besides others: [String]) -> String? {
    guard reportedNames.count <= Self.suggestionLimit else { return nil }
    return nearest(to: spelling(name), among: knownNames + others)
  }

  /// An unknown name is reported at its first use only, and not at all if its statement may have
  /// been lost.
  mutating func isFirstReport(of name: NameID) -> Bool {
    !syntax.hasLostStatement && reportedNames.insert(Int(name.index))
  }

  private static let suggestionLimit = 20
}
