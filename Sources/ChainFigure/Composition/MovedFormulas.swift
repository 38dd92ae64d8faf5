import MathTypesetting

extension FigureContent {
  /// Rows for the formulas that the labels had no room for, each once.
  func movedFormulas(_ details: [LabelDetail]) -> [PanelRow] {
    var seen = Set<LabelContent>()
    return zip(edges, details).compactMap { edge, detail in
      guard edge.label.dropsFormula(detail), seen.insert(edge.label).inserted,
        let symbol = edge.label.symbol, let formula = edge.label.formula
      else { return nil }
      let lead = (seen.count == 1 ? [Formula.text("where ")] : []) + [symbol]
      return PanelRow(
        kind: .total, lead: [.formula(.row(lead))],
        formula: [.formula(.row([.relation("="), formula]))])
    }
  }
}
