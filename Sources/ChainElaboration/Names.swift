import ChainDiagnostics
import ChainSyntax

/// What a name of a figure stands for.
enum Entity: Hashable {
  /// Nothing of the user's: perhaps a built-in, perhaps a slip.
  case unknown
  /// Each with its position in `Names`.
  case input(Int)
  case definition(Int)
  case abstractFunction(Int)
}

/// A variable, declared or implied.
struct InputSource {
  let name: NameSyntax
  /// Nil where the input is implied: as a parameter, below a bar, or in `at`.
  let space: SpaceSyntax?
  let properties: [PropertySyntax]
  let isDeclared: Bool
}

/// A definition with what a declaration of the same name says of it.
struct DefinitionEntry {
  let syntax: DefinitionSyntax
  /// `f : R^2 -> R`, or `x : R^2` beside `x(t) = …`.
  var declaredDomain: [SpaceSyntax] = []
  var declaredSpace: SpaceSyntax?

  var parameters: [NameSyntax] { syntax.parameters ?? [] }
}

/// A declared function without a definition.
struct AbstractFunctionSource {
  let name: NameSyntax
  let domain: [SpaceSyntax]
  let codomain: SpaceSyntax?
}

/// What each name of a figure stands for; order of statements does not matter.
struct Names {
  private var entities: [Entity]
  private(set) var inputs: [InputSource] = []
  private(set) var definitions: [DefinitionEntry] = []
  private(set) var abstractFunctions: [AbstractFunctionSource] = []
  /// The input that a parameter stands for although its name is an abstract function.
  private(set) var shadowInputs: [NameID: Int] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  private struct FirstUse {
    let range: SourceRange
    let isDefinition: Bool
  }

  /// - Parameter point: from outside, whose names are inputs of the figure as those of its own.
  init(_ figure: FigureSyntax, givenBy point: FigureSyntax? = nil) {
    entities = Array(repeating: .unknown, count: figure.names.count)
    var firstUses: [NameID: FirstUse] = [:]
    for statement in figure.statements {
      guard case .definition(let definition) = statement else { continue }
      guard isNew(definition.name, isDefinition: true, &firstUses, figure) else { continue }
      entities[Int(definition.name.id.index)] = .definition(definitions.count)
      definitions.append(DefinitionEntry(syntax: definition))
    }
    addDeclarations(figure, &firstUses)
    addImpliedInputs(figure)
    if let point { addInputs(of: figure, givenBy: point) }
  }

  subscript(name: NameID) -> Entity {
    Int(name.index) < entities.count ? entities[Int(name.index)] : .unknown
  }

  /// Every name that is the user's, in order of first occurrence.
  func known(in figure: FigureSyntax) -> [String] {
    figure.names.entries.indices
      .filter { entities[$0] != .unknown }
      .map { figure.names.entries[$0].spelling }
  }

  private mutating func isNew(
    _ name: NameSyntax, isDefinition: Bool, _ firstUses: inout [NameID: FirstUse],
    _ figure: FigureSyntax
  ) -> Bool {
    if let first = firstUses[name.id] {
      if isDefinition != first.isDefinition { return true }
      diagnostics.append(
        .redefinition(of: figure.names[name.id].spelling, at: name.range, first: first.range))
      return false
    }
    firstUses[name.id] = FirstUse(range: name.range, isDefinition: isDefinition)
    return true
  }

  private mutating func addDeclarations(
    _ figure: FigureSyntax, _ firstUses: inout [NameID: FirstUse]
  ) {
    var declared: [NameID: FirstUse] = [:]
    for statement in figure.statements {
      switch statement {
      case .declaration(let declaration):
        for name in declaration.names where isNew(name, isDefinition: false, &declared, figure) {
          addInput(name, declaration)
        }
      case .functionDeclaration(let declaration):
        for name in declaration.names where isNew(name, isDefinition: false, &declared, figure) {
          addFunction(name, declaration)
        }
      case .definition, .query, .point, .dimensions, .setting, .plot: continue
      }
    }
  }

  /// A declaration of a defined name states the definition's shape.
  private mutating func addInput(_ name: NameSyntax, _ declaration: DeclarationSyntax) {
    if case .definition(let index) = self[name.id] {
      definitions[index].declaredSpace = declaration.space
      return
    }
    entities[Int(name.id.index)] = .input(inputs.count)
    inputs.append(
      InputSource(
        name: name, space: declaration.space, properties: declaration.properties,
        isDeclared: true))
  }

  private mutating func addFunction(_ name: NameSyntax, _ declaration: FunctionDeclarationSyntax) {
    if case .definition(let index) = self[name.id] {
      definitions[index].declaredDomain = declaration.domain
      definitions[index].declaredSpace = declaration.codomain
      return
    }
    entities[Int(name.id.index)] = .abstractFunction(abstractFunctions.count)
    abstractFunctions.append(
      AbstractFunctionSource(
        name: name, domain: declaration.domain, codomain: declaration.codomain))
  }

  /// A name that is never declared may be a parameter, stand below a bar, be given in `at`, or be
  /// what a plot runs along.
  private mutating func addImpliedInputs(_ figure: FigureSyntax) {
    for statement in figure.statements {
      switch statement {
      case .definition(let definition):
        for (position, name) in (definition.parameters ?? []).enumerated() {
          addParameter(name, position, of: definition)
        }
      case .query(let query):
        guard case .derivative(_, let below) = query.form else { continue }
        for denominator in below {
          if let name = figure.heldName(denominator.input, names: self) { addImplied(name) }
        }
      case .point(let point):
        for value in point.values { addImplied(value.name) }
      case .plot(let plot):
        for interval in plot.intervals { addImplied(interval.name) }
      case .declaration, .functionDeclaration, .dimensions, .setting: continue
      }
    }
  }

  private mutating func addInputs(of figure: FigureSyntax, givenBy point: FigureSyntax) {
    for statement in point.statements {
      guard case .point(let values) = statement else { continue }
      for value in values.values {
        let spelling = point.names[value.name.id].spelling
        guard let name = figure.names.find(spelling) else { continue }
        addImplied(NameSyntax(name, figure.names[name].range))
      }
    }
  }

  private mutating func addParameter(
    _ name: NameSyntax, _ position: Int, of definition: DefinitionSyntax
  ) {
    var space: SpaceSyntax?
    if case .definition(let index) = self[definition.name.id],
      position < definitions[index].declaredDomain.count
    {
      space = definitions[index].declaredDomain[position]
    }
    if case .abstractFunction(let function) = self[name.id], shadowInputs[name.id] == nil {
      shadowInputs[name.id] = inputs.count
      inputs.append(
        InputSource(
          name: name, space: space ?? abstractFunctions[function].codomain, properties: [],
          isDeclared: false))
    } else {
      addImplied(name, space: space)
    }
  }

  private mutating func addImplied(_ name: NameSyntax, space: SpaceSyntax? = nil) {
    guard self[name.id] == .unknown else { return }
    entities[Int(name.id.index)] = .input(inputs.count)
    inputs.append(InputSource(name: name, space: space, properties: [], isDeclared: false))
  }
}

extension FigureSyntax {
  /// The name below a bar, of `x` in `dx` and of `x[1]`; nil where something else stands there, or
  /// where the word written in one piece with its `d` is a name itself.
  func heldName(_ operand: QueryOperand, names: Names) -> NameSyntax? {
    if let glued = operand.glued, names[glued.id] != .unknown { return nil }
    var id = operand.expression
    if case .index(let inner, _) = expressions[id].kind { id = inner }
    guard case .name(let name) = expressions[id].kind else { return nil }
    return NameSyntax(name, expressions[id].range)
  }
}
