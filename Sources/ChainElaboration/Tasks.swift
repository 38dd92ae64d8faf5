import ChainDiagnostics
import ChainSyntax
import ExpressionGraph

/// Works definitions and instances out one after the other, by a list of what is still to do, so
/// that a chain of any length needs no stack.
extension Elaborator {
  /// At most so many functions at different arguments.
  static let instanceLimit = 200_000

  /// The value of an expression that stands in no definition, with all that it needs.
  mutating func settledValue(of id: ExpressionID) -> Value? {
    while true {
      let before = Findings(self)
      pending = []
      let value = value(of: id, in: .global)
      guard !pending.isEmpty else { return value }
      let tasks = pending
      before.restore(&self)
      for task in tasks { settle(task) }
    }
  }

  /// The value of a definition as itself, with all that it needs.
  mutating func settledDefinition(_ index: Int) -> Value? {
    settle(.definition(index))
    return definition(index)
  }

  /// Works a task out, and before it what it turns out to need.
  private mutating func settle(_ task: Task) {
    var stack = [task]
    while let top = stack.last {
      if isSettled(top) {
        stack.removeLast()
        continue
      }
      setOutcome(.running, of: top)
      let before = Findings(self)
      pending = []
      let value = workedOut(top)
      guard pending.isEmpty else {
        let tasks = pending.filter { !isRunning($0) }
        before.restore(&self)
        if tasks.isEmpty { setOutcome(.failed, of: top) }
        // The first need is worked out first, so that nodes are as old as the source mentions them.
        stack.append(contentsOf: tasks.reversed())
        continue
      }
      setOutcome(value.map { .known($0) } ?? .failed, of: top)
      stack.removeLast()
    }
    pending = []
  }

  private func outcome(of task: Task) -> Outcome {
    switch task {
    case .definition(let index): definitions[index]
    case .instance(let index): instanceOutcomes[index].outcome
    }
  }

  private mutating func setOutcome(_ outcome: Outcome, of task: Task) {
    switch task {
    case .definition(let index): definitions[index] = outcome
    case .instance(let index): instanceOutcomes[index].outcome = outcome
    }
  }

  private func isSettled(_ task: Task) -> Bool {
    switch outcome(of: task) {
    case .known, .failed: true
    case .unknown, .running: false
    }
  }

  private func isRunning(_ task: Task) -> Bool {
    if case .running = outcome(of: task) { true } else { false }
  }

  private mutating func workedOut(_ task: Task) -> Value? {
    switch task {
    case .definition(let index): return workedOut(definition: index)
    case .instance(let index): return workedOut(instance: index)
    }
  }

  private mutating func workedOut(definition index: Int) -> Value? {
    let entry = names.definitions[index]
    guard let body = body(of: entry, in: .global) else { return nil }
    guard checkDeclaredSpace(of: entry, body) else { return nil }
    return defined(index, as: body, application: nil, serial: 0, at: nil)
  }

  private mutating func workedOut(instance index: Int) -> Value? {
    let state = instanceOutcomes[index]
    let entry = names.definitions[state.instance.definition]
    guard index < Self.instanceLimit else {
      guard index == Self.instanceLimit else { return nil }
      return fail(.tooManyInstances(Self.instanceLimit, state.range), in: .global)
    }
    var scope = Scope(application: state.range)
    for (parameter, argument) in zip(entry.parameters, state.instance.arguments) {
      scope.bindings[parameter.id] = argument
    }
    guard let body = body(of: entry, in: scope) else { return nil }
    return defined(
      state.instance.definition, as: body, application: state.text, serial: index + 1,
      at: state.range)
  }

  private mutating func body(of entry: DefinitionEntry, in scope: Scope) -> Value? {
    guard let body = value(of: entry.syntax.body, in: scope) else { return nil }
    guard body.contextual == nil else {
      return fail(.unsized(range(of: entry.syntax.body)), in: scope)
    }
    return body
  }

  private mutating func defined(
    _ index: Int, as body: Value, application: String?, serial: Int, at range: SourceRange?
  ) -> Value {
    let entry = names.definitions[index]
    let definition = Definition(
      name: spelling(entry.syntax.name.id), application: application,
      parameters: entry.parameters.map { spelling($0.id) }, serial: serial, isRow: body.isRow)
    var value = body
    value.node = graph.define(definition, as: body.node)
    let bodyRange = self.range(of: entry.syntax.body)
    ranges.cover(graph.count, with: bodyRange)
    let source = DefinitionSource(
      name: entry.syntax.name.range, body: bodyRange, application: range)
    definitionNodes.append(.init(node: value.node, definition: index, source: source))
    if value.isRow { rows.insert(value.node) }
    return value
  }

  /// A declaration of a defined name must say what the definition says.
  private mutating func checkDeclaredSpace(of entry: DefinitionEntry, _ body: Value) -> Bool {
    guard let declared = entry.declaredSpace else { return true }
    var reader = DimensionReader(syntax)
    guard let shape = reader.shape(declared) else { return true }
    let space = Space(declared: dimensions.resolve(shape).dimensions)
    guard space == self.space(of: body) else {
      return fail(
        .declaredShape(
          spelling(entry.syntax.name.id), space, found: self.space(of: body),
          range(of: entry.syntax.body), declaration: declared.range),
        in: .global) ?? false
    }
    return true
  }
}

/// What a pass had found before an expression was tried that may have to be tried again.
private struct Findings {
  let count: Int
  let reportedNames: Int
  let missingShapes: Int

  init(_ elaborator: borrowing Elaborator) {
    count = elaborator.diagnostics.count
    reportedNames = elaborator.reportedNames.count
    missingShapes = elaborator.missingShapes.count
  }

  func restore(_ elaborator: inout Elaborator) {
    elaborator.diagnostics.removeLast(elaborator.diagnostics.count - count)
    elaborator.reportedNames.truncate(to: reportedNames)
    elaborator.missingShapes.truncate(to: missingShapes)
  }
}
