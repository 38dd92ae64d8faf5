package import ExpressionGraph

extension Evaluation {
  /// The nodes at a kink or a jump, ascending.
  ///
  /// Such are |x| at 0, tied entries of a maximum, equal sides of a comparison, the root at 0.
  /// A node counts if a margin is at most `tolerance`; 0 asks for exact ties. Only nodes that the
  /// roots use at this point count (not the branches that a choice leaves out), and with
  /// `dependingOn` only those below which one of these nodes lies.
  package func kinks(tolerance: Double = 0, dependingOn sources: [NodeID]? = nil) -> [NodeID] {
    let uses = usedRows()
    let depends = sources.map(rowsDepending)
    let rows = evaluator.rows
    return rows.indices.filter { row in
      uses[row] && depends?[row] != false && hasValue(row) && isAtKink(rows[row], tolerance)
    }.map { rows[$0].node }
  }

  private func isAtKink(_ row: Evaluator.Row, _ tolerance: Double) -> Bool {
    guard BranchPoint.isPossible(row.kernel, in: evaluator.tables) else { return false }
    var found = false
    BranchPoint(evaluation: self, row: row).visit { if $0.magnitude <= tolerance { found = true } }
    return found
  }

  private func rowsDepending(on sources: [NodeID]) -> [Bool] {
    var depends = Array(repeating: false, count: evaluator.rows.count)
    for source in sources.compactMap(evaluator.row) {
      depends[source] = true
      for row in evaluator.dependents(of: source) { depends[row] = true }
    }
    return depends
  }

  /// Which rows the roots use at this point: all below them but what a choice leaves out.
  func usedRows() -> [Bool] {
    var uses = Array(repeating: false, count: evaluator.rows.count)
    for root in evaluator.roots { uses[root] = true }
    for (position, row) in evaluator.rows.enumerated().reversed() where uses[position] {
      for operand in usedOperands(row) { uses[evaluator.operandRows[operand]] = true }
    }
    return uses
  }

  /// The positions in `operandRows` of the operands that matter at this point.
  func usedOperands(_ row: Evaluator.Row) -> [Int] {
    guard case .choice(let id) = row.kernel,
      let chosen = chosenOperand(row, evaluator.tables.choices[id])
    else { return Array(row.operands) }
    return row.operands.filter { operand in
      let position = operand - row.operands.lowerBound
      return position == chosen || position < chosen && position % 3 != 2
    }
  }
}
