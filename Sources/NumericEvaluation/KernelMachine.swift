import ExpressionGraph

/// The operands of one row as arrays.
struct Operands {
  let base: UnsafeMutablePointer<Double>
  let rows: UnsafeBufferPointer<Evaluator.Row>
  let positions: Slice<UnsafeBufferPointer<Int>>

  var count: Int { positions.count }

  subscript(position: Int) -> Entries {
    let row = rows[positions[positions.startIndex + position]]
    return Entries(start: base + row.offset, count: row.count)
  }

  func address(_ position: Int) -> UnsafePointer<Double> {
    UnsafePointer(base + rows[positions[positions.startIndex + position]].offset)
  }
}

/// Runs rows on the array of values.
///
/// Pointers are valid only inside the closure that made it.
struct KernelMachine {
  let base: UnsafeMutablePointer<Double>
  let scratch: UnsafeMutablePointer<Double>
  let rows: UnsafeBufferPointer<Evaluator.Row>
  let operandRows: UnsafeBufferPointer<Int>
  let tables: KernelTables
  let functions: [StandIn?]

  /// Computes a row's entries from those of its operands.
  ///
  /// One arm a kernel.
  func run(_ row: Evaluator.Row) {
    let result = UnsafeMutableBufferPointer(start: base + row.offset, count: row.count)
    let operands = Operands(base: base, rows: rows, positions: operandRows[row.operands])
    switch row.kernel {
    case .input, .unresolved: break
    case .constant(let value): result.update(repeating: value)
    case .copy: for i in result.indices { result[i] = operands[0][i] }
    case .sum(let id): sum(tables.sums[id], operands, result)
    case .product(let id):
      if tables.products[id].isScalar {
        result[0] = tables.products[id].scalarValue(operands)
      } else {
        tables.products[id].evaluate(operands, scratch: scratch, into: result)
      }
    case .elementwise(let function): elementwise(function, operands, result)
    case .reduction(let reduction): result[0] = value(of: reduction, over: operands[0])
    case .vectorFunction(let function): evaluate(function, of: operands[0], into: result)
    case .matrixFunction(let function): evaluate(function, of: operands[0], into: result)
    case .literal: for i in result.indices { result[i] = operands[i][0] }
    case .slice(let id): slice(tables.slices[id], operands[0], result)
    case .selector(let id): selector(tables.slices[id], result)
    case .join(let id): tables.joins[id].evaluate(operands, into: result)
    case .triangle(let isUpper, let columns):
      for i in result.indices {
        let (row, column) = (i / columns, i % columns)
        result[i] = (isUpper ? row <= column : row >= column) ? 1 : 0
      }
    case .choice(let id):
      if let chosen = chosenOperand(tables.choices[id], { operands[$0][0] }) {
        for i in result.indices { result[i] = operands[chosen][i] }
      } else {
        result.update(repeating: .nan)
      }
    case .application(let id): application(tables.applications[id], operands, result)
    }
  }

  private func sum(
    _ coefficients: [Double], _ operands: Operands, _ result: UnsafeMutableBufferPointer<Double>
  ) {
    result.update(repeating: 0)
    for (position, coefficient) in coefficients.enumerated() {
      let operand = operands[position]
      for i in result.indices { result[i] += coefficient * operand[i] }
    }
  }

  private func elementwise(
    _ function: ElementwiseFunction, _ operands: Operands,
    _ result: UnsafeMutableBufferPointer<Double>
  ) {
    let first = operands[0]
    if operands.count == 1 {
      for i in result.indices { result[i] = value(of: function, at: first[i]) }
    } else {
      let second = operands[1]
      for i in result.indices { result[i] = value(of: function, at: first[i], second[i]) }
    }
  }

  private func slice(
    _ positions: [Int], _ operand: Entries, _ result: UnsafeMutableBufferPointer<Double>
  ) {
    for i in result.indices { result[i] = operand[positions[i]] }
  }

  private func selector(_ positions: [Int], _ result: UnsafeMutableBufferPointer<Double>) {
    result.update(repeating: 0)
    guard !positions.isEmpty else { return }
    let width = result.count / positions.count
    for (row, position) in positions.enumerated() { result[row * width + position] = 1 }
  }

  private func application(
    _ plan: ApplicationPlan, _ operands: Operands, _ result: UnsafeMutableBufferPointer<Double>
  ) {
    guard let standIn = functions[plan.function],
      standIn.entryCount(derivatives: plan.derivatives) == result.count
    else { return }
    let arguments = (0..<operands.count).flatMap { Array(operands[$0]) }
    standIn.evaluate(derivatives: plan.derivatives, at: arguments, into: result)
  }
}

/// The position of the operand that is a choice's value; nil if a comparison that is to decide has
/// an undefined side.
///
/// `side` gives the value of a comparison's operand.
func chosenOperand(_ comparisons: [Comparison], _ side: (Int) -> Double) -> Int? {
  for (position, comparison) in comparisons.enumerated() {
    let (left, right) = (side(3 * position), side(3 * position + 1))
    if left.isNaN || right.isNaN { return nil }
    if comparison.holds(left, right) { return 3 * position + 2 }
  }
  return 3 * comparisons.count
}

extension Comparison {
  func holds(_ a: Double, _ b: Double) -> Bool {
    switch self {
    case .less: a < b
    case .lessOrEqual: a <= b
    case .greater: a > b
    case .greaterOrEqual: a >= b
    case .equal: a == b
    case .notEqual: a != b
    }
  }
}
