package import ChainDerivation
import ChainNotation
import MathTypesetting
import NumericEvaluation

extension Derivation {
  /// How the derivatives were checked, for the file's metadata: a sentence a query.
  package var checkSentences: [String] {
    derivatives.map { query in
      let names = query.query.inputNames.joined(separator: ", ")
      return "d \(query.query.outputName) / d \(names): \(sentence(of: query.check))."
    }
  }

  private func sentence(of check: CheckResult) -> String {
    let error = DecimalText(check.maxRelativeError, digits: 2)
    return check.facts + (check.points > 0 ? error.description : "")
  }
}

extension CheckResult {
  fileprivate var facts: String {
    guard points > 0 else { return "not checked, for want of a usable point" }
    let points = points == 1 ? "1 point" : "\(points) points"
    return (passed ? "checked" : "failed its check")
      + " by central differences at \(points), largest relative error "
  }
}

extension Wording {
  var checkSentences: [String] { derivation.checkSentences }

  /// Lines in small type below the figure: kinks that were met, and the check on request.
  var notes: [Formula] {
    var notes: [Formula] = []
    if !derivation.kinks.isEmpty {
      let functions = derivation.kinks.map { phrase(of: $0).formula(style) }
      let list = functions.prefix(3).map { [$0] }.joined(separator: [.punctuation(",")])
      notes.append(
        .row([
          .text("At the point, "), .classed(.ordinary, .row(Array(list))),
          .text(
            derivation.kinks.count == 1
              ? " has a kink; the derivative shown is the convention’s."
              : " have kinks; the derivatives shown are the convention’s."),
        ]))
    }
    notes += derivation.derivatives.compactMap(factNote)
    notes += stackNote.map { [$0] } ?? []
    notes += missingFormNote.map { [$0] } ?? []
    if options.show.contains(.check) { notes += derivation.derivatives.map(checkNote) }
    return notes
  }

  /// Which declaration made a derivative shorter, and what it would be without: since W = Wᵀ.
  private func factNote(_ query: QueryDerivation) -> Formula? {
    guard let facts = query.facts else { return nil }
    let names = facts.inputs.map { phrase(of: $0).formula(style) }
    let equations = zip(facts.inputs, names).map { input, name -> [Formula] in
      let turned = Formula.superscript(name, .ordinary("\u{22A4}"))
      let equation: [Formula] =
        derivation.graph.isDeclaredOrthogonal(input)
        ? [turned, name, .relation("="), .identifier("I")] : [name, .relation("="), turned]
      return [.classed(.ordinary, .row(equation))]
    }
    let comma: [Formula] = [.punctuation(","), .space(mu: 6)]
    var parts = [Formula.text("Since ")] + Array(equations.joined(separator: comma))
    guard !isLong(facts.general) else { return .row(parts) }
    let symbol = DerivativeSymbol(
      of: formula(of: query.query.outputName, query.query.output),
      by: zip(query.query.inputNames, query.query.inputs).map { formula(of: $0, $1) },
      isTotal: false)
    let axes = DerivativeAxes(output: query.outputShape, inputs: query.inputShapes)
    let general = self.general(facts.general, axes)
    parts += [.text("; for any ")] + Array(names.map { [$0] }.joined(separator: comma))
    parts += [
      .text(", "),
      general.symbol(of: symbol.function, by: symbol.variables, isTotal: false)
        ?? symbol.formula, .relation("="), general.formula,
    ]
    return .row(parts)
  }

  /// Which form was asked for and cannot say a derivative of the figure.
  private var missingFormNote: Formula? {
    let isMissing = derivation.derivatives.contains { query in
      let axes = DerivativeAxes(output: query.outputShape, inputs: query.inputShapes)
      let input = query.query.inputNames.last.map { Phrase.name($0) }
      if case .index = shown(query.total, axes, input: input).reading { return true }
      return false
    }
    guard isMissing else { return nil }
    return switch options.form.tensors {
    case .index: nil
    case .kronecker:
      .text("Its axes do not pair as stacked columns do: there is no Kronecker form.")
    case .differential: .text("No matrix notation says its differential: it is written by index.")
    }
  }

  /// What vec and the commutation matrix mean, where a derivative is written with them.
  private var stackNote: Formula? {
    guard options.form.tensors == .kronecker else { return nil }
    let shown =
      figure.edges.indices.map { index in
        jacobian(figure.edges[index].jacobian, of: FigureEdgeID(index))
      }
      + derivation.derivatives.map { query in
        self.shown(
          query.total, DerivativeAxes(output: query.outputShape, inputs: query.inputShapes),
          input: nil)
      }
    guard shown.contains(where: \.isStacked) else { return nil }
    let stack = { (matrix: Formula) in Formula.row([.function("vec"), matrix]) }
    let x = Formula.identifier("X")
    let meaning = [stack(x), .text(" stacks the columns of "), x]
    guard shown.contains(where: \.usesCommutation) else { return .row(meaning) }
    let turned = stack(.superscript(x, .ordinary("\u{22A4}")))
    return .row(
      meaning + [.text("; "), .identifier("K"), stack(x), .relation("="), turned])
  }

  private func checkNote(_ query: QueryDerivation) -> Formula {
    let text = query.check.facts
    let start = Formula.text(text.prefix(1).uppercased() + text.dropFirst())
    guard query.check.points > 0 else { return start }
    return .row([start, DecimalText(query.check.maxRelativeError, digits: 2).formula])
  }
}
