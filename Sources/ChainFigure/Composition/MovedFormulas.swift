import MathTypesetting

extension FigureContent {
  /// A row with the formulas that the labels had no room for, each once; their edges say them too.
  func movedFormulas(_ details: [LabelDetail]) -> [PanelRow] {
    var seen = Set<LabelContent>()
    var row = PanelRow(kind: .remark)
    for (edge, detail) in zip(edges, details) {
      let isRepeated = detail == .shortestOnce && edge.isSaidBelow
      guard edge.label.dropsFormula(detail), !isRepeated, seen.insert(edge.label).inserted,
        let symbol = edge.label.symbol, let formula = edge.label.formula,
        !panel.contains(where: { $0.lead == [.formula(symbol)] && !$0.formula.isEmpty })
      else { continue }
      let start = row.lead.isEmpty ? [Formula.text("where ")] : []
      row.lead.append(.formula(.row(start + [symbol, .relation("="), formula])))
    }
    return row.lead.isEmpty ? [] : [row]
  }
}
