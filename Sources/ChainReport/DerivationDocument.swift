import ChainFigure
import MathTypesetting

/// A derivation as a lecturer writes it: what is given, what is defined, the local derivatives, the
/// product along each path, their sum, and how it was checked.
struct DerivationDocument {
  /// An equation, broken before each relation where it is long.
  struct Equation {
    /// What stands before it, such as `① via x₁`.
    var note: Formula?
    /// The first part without a relation, the others beginning with one.
    var parts: [Formula]
  }

  enum Paragraph {
    /// Words and formulas in running text.
    case text([Formula])
    case equations([Equation])
  }

  struct Section {
    let heading: String
    let paragraphs: [Paragraph]
  }

  let title: Formula?
  let sections: [Section]

  init(_ outline: FigureOutline) {
    title = outline.title
    let checks = outline.checks.map { Paragraph.text([.text($0)]) }
    let notes = outline.notes.map { Paragraph.text([$0]) }
    sections = [
      Section(heading: "Definitions", paragraphs: given(outline) + definitions(outline)),
      Section(heading: "Local derivatives", paragraphs: localDerivatives(outline)),
      Section(heading: "Chain rule", paragraphs: chainRule(outline)),
      Section(heading: "Check", paragraphs: checks + notes),
    ].filter { !$0.paragraphs.isEmpty }
  }
}

private func given(_ outline: FigureOutline) -> [DerivationDocument.Paragraph] {
  func sentence(_ word: String, _ look: FigureOutline.Look) -> DerivationDocument.Paragraph? {
    let nodes = outline.nodes.filter { $0.look == look }
    guard !nodes.isEmpty else { return nil }
    let list = nodes.map { [Formula.classed(.ordinary, .row(equation(of: $0).parts))] }
    return .text(
      [.text(nodes.count == 1 ? "\(word): " : "\(word)s: ")]
        + Array(list.joined(separator: [.text(", ")])) + [.text(".")])
  }
  return [
    sentence("Input", .input), sentence("Parameter", .parameter), sentence("Constant", .constant),
  ].compactMap(\.self)
}

private func definitions(_ outline: FigureOutline) -> [DerivationDocument.Paragraph] {
  let equations = outline.nodes.filter { node in
    switch node.look {
    case .input, .parameter, .constant: false
    case .definition, .operation, .abstract, .output: true
    }
  }.map(equation)
  return equations.isEmpty ? [] : [.equations(equations)]
}

/// `x₁ = sin t = 0.479`, `x = (1, 2) ∈ ℝ²`: the value before the space.
private func equation(of node: FigureOutline.Node) -> DerivationDocument.Equation {
  let (name, rest) = node.title.splitAtRelation
  let value = node.value.map { Formula.row([.relation("="), $0]) }
  let spaces = node.lines.dropFirst().filter(\.beginsWithMembership)
  let parts =
    rest?.beginsWithMembership ?? false
    ? [value, rest] : [rest, value] + spaces
  return DerivationDocument.Equation(parts: [name] + parts.compactMap(\.self))
}

private func localDerivatives(_ outline: FigureOutline) -> [DerivationDocument.Paragraph] {
  let equations = outline.localDerivatives.map { derivative in
    var parts = derivative.equation.splitAtRelations
    if let shape = derivative.shape {
      let last = parts.removeLast()
      parts.append(.row(last.items + [.space(mu: 18), .parenthesized(shape)]))
    }
    return DerivationDocument.Equation(parts: parts)
  }
  return equations.isEmpty ? [] : [.equations(equations)]
}

/// The rows below the figure, the relations inside a row's parts opened.
private func chainRule(_ outline: FigureOutline) -> [DerivationDocument.Paragraph] {
  let equations = outline.rows.filter { !$0.parts.isEmpty }.map { row in
    let number = row.number.map { [Formula.ordinary(circledDigit($0)), .space(mu: 6)] } ?? []
    let note = number + (row.via.map { [$0] } ?? [])
    return DerivationDocument.Equation(
      note: note.isEmpty ? nil : .row(note), parts: row.parts.flatMap(\.splitAtRelations))
  }
  return equations.isEmpty ? [] : [.equations(equations)]
}

extension Formula {
  private var isRelation: Bool {
    if case .symbol(_, .relation, _) = self { true } else { false }
  }

  fileprivate var items: [Formula] { if case .row(let items) = self { items } else { [self] } }

  /// What stands before the first relation of a row, and the rest.
  fileprivate var splitAtRelation: (Formula, Formula?) {
    let parts = splitAtRelations
    let rest = Array(parts.dropFirst())
    return (parts[0], rest.isEmpty ? nil : rest.count == 1 ? rest[0] : .row(rest))
  }

  /// The parts of a row, each but the first beginning with its relation.
  fileprivate var splitAtRelations: [Formula] {
    guard case .row(let items) = self else { return [self] }
    var parts: [[Formula]] = []
    for item in items {
      if parts.isEmpty || (item.isRelation && !(parts[parts.count - 1].isEmpty)) {
        parts.append([item])
      } else {
        parts[parts.count - 1].append(item)
      }
    }
    return parts.isEmpty ? [self] : parts.map { $0.count == 1 ? $0[0] : .row($0) }
  }

  fileprivate var beginsWithMembership: Bool {
    switch self {
    case .symbol("\u{2208}", .relation, _): true
    case .row(let items): items.first?.beginsWithMembership ?? false
    case .symbol, .number, .function, .text, .scripts, .fraction, .radical, .fenced, .matrix,
      .bigOperator, .accent, .overbar, .underbar, .overbrace, .underbrace, .space, .styled,
      .classed:
      false
    }
  }
}
