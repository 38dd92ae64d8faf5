import MathTypesetting

extension FigureContent {
  /// The formulas that the labels had no room for and no path's product says, each once: in one
  /// row, or as a table where the labels bear its numbers.
  ///
  /// An overview says none of them.
  func movedFormulas(_ details: [LabelDetail]) -> [PanelRow] {
    if nodes.count > Self.mostTabledNodes { return [] }
    var seen = Set<LabelContent>()
    var row = PanelRow(kind: .remark)
    var start = [Formula.text("where ")]
    for (edge, detail) in zip(edges, details) {
      let number = detail == .shortest ? edge.number : nil
      guard edge.label.dropsFormula(detail), !edge.isSaidBelow,
        seen.insert(edge.label).inserted,
        let symbol = edge.label.symbol, let formula = edge.label.formula,
        !panel.contains(where: { $0.lead == [.formula(symbol)] && !$0.formula.isEmpty })
      else { continue }
      if let number { start = [number.formula, .space(mu: 6)] }
      row.lead.append(.formula(.row(start + [symbol, .relation("="), formula])))
      start = []
    }
    return row.lead.isEmpty ? [] : [row]
  }
}
