package import ExpressionGraph

/// The nodes at a kink or a jump: |x| at 0, tied entries of a maximum, equal sides of a comparison,
/// the root at 0. Ascending.
///
/// A node counts if a margin is at most `tolerance`; 0 asks for exact ties. Only nodes that the
/// roots use at this point count (not the branches that a choice leaves out), and with
/// `dependingOn` only those below which one of these nodes lies.
package func kinks(
  in evaluation: Evaluation, tolerance: Double = 0, dependingOn sources: [NodeID]? = nil
) -> [NodeID] {
  let uses = evaluation.usedRows()
  let depends = sources.map(evaluation.rowsDepending)
  let rows = evaluation.program.rows
  return rows.indices.filter { row in
    uses[row] && depends?[row] != false && evaluation.hasValue(row)
      && evaluation.isAtKink(rows[row], tolerance)
  }.map { rows[$0].node }
}

extension Evaluation {
  fileprivate func isAtKink(_ row: EvaluationProgram.Row, _ tolerance: Double) -> Bool {
    guard BranchPoint.isPossible(row.kernel, in: program.tables) else { return false }
    var found = false
    BranchPoint(evaluation: self, row: row).visit { if $0.magnitude <= tolerance { found = true } }
    return found
  }

  fileprivate func rowsDepending(on sources: [NodeID]) -> [Bool] {
    var depends = Array(repeating: false, count: program.rows.count)
    for source in sources.compactMap(program.row) {
      depends[source] = true
      for row in program.dependents(of: source) { depends[row] = true }
    }
    return depends
  }

  /// Which rows the roots use at this point: all below them but what a choice leaves out.
  func usedRows() -> [Bool] {
    var uses = Array(repeating: false, count: program.rows.count)
    for root in program.roots { uses[root] = true }
    for (position, row) in program.rows.enumerated().reversed() where uses[position] {
      for operand in usedOperands(row) { uses[program.operandRows[operand]] = true }
    }
    return uses
  }

  /// The positions in `operandRows` of the operands that matter at this point.
  func usedOperands(_ row: EvaluationProgram.Row) -> [Int] {
    guard case .choice(let id) = row.kernel,
      let chosen = chosenOperand(row, program.tables.choices[id])
    else { return Array(row.operands) }
    return row.operands.filter { operand in
      let position = operand - row.operands.lowerBound
      return position == chosen || position < chosen && position % 3 != 2
    }
  }
}
