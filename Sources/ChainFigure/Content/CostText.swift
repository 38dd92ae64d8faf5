import ChainDerivation
import ChainNotation
import MathTypesetting

extension Wording {
  /// With more nodes in an order than this, it is not listed.
  private static let longestOrder = 8

  /// How many multiplications a derivative takes, one line, and another where structure is used:
  /// `Multiplications: path by path 18, forward 12, reverse 12, best 12 (exact)`.
  func costRows(of query: QueryDerivation) -> [PanelRow] {
    guard let counted = derivation.multiplications(of: query) else { return [] }
    let symbol = DerivativeSymbol(
      of: Name(query.query.outputName).formula(),
      by: query.query.inputNames.map { Name($0).formula() }, isTotal: false)
    let isOnly = derivation.derivatives.count == 1
    var rows = [
      row(
        isOnly
          ? [.text("Multiplications: ")]
          : [.text("Multiplications for "), symbol.formula, .text(": ")], counted.dense,
        counted.sizeGroups)
    ]
    if counted.hasStructure {
      rows.append(
        row([.text("With zeros left out and ±1 free: ")], counted.structured, []))
    }
    return rows
  }

  private func row(
    _ head: [Formula], _ counts: Multiplications.Counts,
    _ sizes: [(symbols: [String], length: Int)]
  ) -> PanelRow {
    var parts = head
    let modes = [
      ("path by path ", counts.paths), (", forward ", counts.forward),
      (", reverse ", counts.reverse), (", best ", counts.best),
    ]
    for (name, count) in modes { parts += [.text(name), count.formula] }
    if counts.isBetterThanModes, counts.order.count <= Self.longestOrder {
      let names = counts.order.map { [name($0)] }.joined(separator: [.punctuation(",")])
      parts += [.text(" in the order "), .classed(.ordinary, .row(Array(names)))]
    }
    parts.append(.text(counts.isExact ? " (exact)" : " (greedy)"))
    for (index, size) in sizes.enumerated() {
      parts.append(.text(index == 0 ? ", compared at " : ", "))
      let sides = size.symbols.map { Name($0).formula() } + [.number(String(size.length))]
      let equation = sides.map { [$0] }.joined(separator: [.relation("=")])
      parts.append(.classed(.ordinary, .row(Array(equation))))
    }
    return PanelRow(kind: .remark, lead: [.formula(.row(parts), .muted)]).spoken
  }
}

extension Count {
  fileprivate var formula: Formula {
    guard natural == nil else { return .number(description) }
    let sum = products.map { product -> [Formula] in
      let powers = product.powers.map { symbol, power in
        let base = Name(symbol).formula()
        return power == 1 ? base : Formula.superscript(base, .number(String(power)))
      }
      let isOne = product.coefficient == Natural(1) && !powers.isEmpty
      return (isOne ? [] : [.number(product.coefficient.description)]) + powers
    }
    return .classed(.ordinary, .row(Array(sum.joined(separator: [.binary("+")]))))
  }
}
