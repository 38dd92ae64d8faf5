import ExpressionGraph

/// Visits the margins of a row: numbers whose sign decides on which branch of a piecewise or
/// singular function the row is, so that it is smooth wherever none of them is zero.
///
/// Where the branch is one of several entries, its position counts as `choice`.
struct BranchPoint {
  let evaluation: Evaluation
  let row: Evaluator.Row

  /// Whether a row of this kind can have a margin at all.
  static func isPossible(_ kernel: Kernel, in tables: KernelTables) -> Bool {
    switch kernel {
    case .elementwise(let function): function.margin != .none
    case .reduction(let reduction): reduction != .logsumexp && reduction != .prod
    case .vectorFunction(let function): function == .firstMaximum || function == .firstMinimum
    case .choice: true
    case .product(let id): tables.products[id].powers.contains { $0.isSingularAtZero }
    case .input, .constant, .copy, .sum, .matrixFunction, .literal, .slice, .selector, .join,
      .triangle, .application, .unresolved:
      false
    }
  }

  func visit(_ margin: (Double) -> Void, choice: (Int) -> Void = { _ in }) {
    switch row.kernel {
    case .elementwise(let function): visit(function, margin)
    case .reduction(let reduction): visit(reduction, margin, choice)
    case .vectorFunction(.firstMaximum): visitBest(operand(0), margin, choice) { $0 - $1 }
    case .vectorFunction(.firstMinimum): visitBest(operand(0), margin, choice) { $1 - $0 }
    case .choice(let id): visit(evaluation.evaluator.tables.choices[id], margin, choice)
    case .product(let id):
      for (position, power) in evaluation.evaluator.tables.products[id].powers.enumerated()
      where power.isSingularAtZero { operand(position).forEach(margin) }
    case .input, .constant, .copy, .sum, .vectorFunction(.softmax), .vectorFunction(.logsoftmax),
      .matrixFunction, .literal, .slice, .selector, .join, .triangle, .application, .unresolved:
      break
    }
  }

  private func operand(_ position: Int) -> ArraySlice<Double> {
    evaluation.values(ofRow: operandRow(position))
  }

  private func operandRow(_ position: Int) -> Int {
    evaluation.evaluator.operandRows[row.operands.lowerBound + position]
  }

  private func visit(_ function: ElementwiseFunction, _ margin: (Double) -> Void) {
    switch function.margin {
    case .none: break
    case .argument: operand(0).forEach(margin)
    case .difference:
      // max(x, x) is x, without a kink.
      guard operandRow(0) != operandRow(1) else { return }
      for (a, b) in zip(operand(0), operand(1)) { margin(a - b) }
    case .base:
      for (base, exponent) in zip(operand(0), operand(1))
      where ConstantPower.general(exponent).isSingularAtZero { margin(base) }
    case .branchCut:
      for (y, x) in zip(operand(0), operand(1)) where x <= 0 { margin(y) }
    }
  }

  private func visit(
    _ reduction: Reduction, _ margin: (Double) -> Void, _ choice: (Int) -> Void
  ) {
    switch reduction {
    case .norm1: operand(0).forEach(margin)
    case .norm2: if !operand(0).isEmpty { margin(Array(operand(0)).largestMagnitude) }
    case .norminf:
      visitBest(operand(0), margin, choice) { $0.magnitude - $1.magnitude }
      if operand(0).count == 1 { operand(0).forEach(margin) }
    case .max: visitBest(operand(0), margin, choice) { $0 - $1 }
    case .min: visitBest(operand(0), margin, choice) { $1 - $0 }
    case .logsumexp, .prod: break
    }
  }

  private func visit(
    _ comparisons: [Comparison], _ margin: (Double) -> Void, _ choice: (Int) -> Void
  ) {
    let chosen = evaluation.chosenOperand(row, comparisons)
    choice(chosen)
    for position in comparisons.indices where 3 * position < chosen {
      guard operandRow(3 * position) != operandRow(3 * position + 1) else { continue }
      margin(operand(3 * position)[atStart: 0] - operand(3 * position + 1)[atStart: 0])
    }
  }

  /// By how much the best entry beats each other one.
  private func visitBest(
    _ entries: ArraySlice<Double>, _ margin: (Double) -> Void, _ choice: (Int) -> Void,
    by lead: (Double, Double) -> Double
  ) {
    guard var best = entries.indices.first else { return }
    for i in entries.indices where lead(entries[i], entries[best]) > 0 { best = i }
    choice(best - entries.startIndex)
    for i in entries.indices where i != best { margin(lead(entries[best], entries[i])) }
  }
}

extension ArraySlice {
  fileprivate subscript(atStart offset: Int) -> Element { self[startIndex + offset] }
}

/// What decides on which branch an elementwise function is.
private enum ElementwiseMargin {
  case none, argument, difference, base, branchCut
}

extension ElementwiseFunction {
  fileprivate var margin: ElementwiseMargin {
    switch self {
    case .abs, .sign, .relu, .leakyrelu, .step, .sqrt: .argument
    case .min, .max: .difference
    case .power: .base
    case .atan2: .branchCut
    // elu has a derivative everywhere when its slope is 1, as in the language.
    case .elu, .sin, .cos, .tan, .asin, .acos, .atan, .sinh, .cosh, .tanh, .asinh, .acosh,
      .atanh, .exp, .log, .log2, .log10, .log1p, .expm1, .gelu, .silu, .sigmoid, .softplus, .erf:
      .none
    }
  }
}

extension ConstantPower {
  /// Whether the power is defined at zero but has no finite derivative there.
  fileprivate var isSingularAtZero: Bool { exponent > 0 && exponent < 1 }
}

extension Evaluation {
  /// The operand position that is a choice's value.
  func chosenOperand(_ row: Evaluator.Row, _ comparisons: [Comparison]) -> Int {
    for (position, comparison) in comparisons.enumerated() {
      let start = row.operands.lowerBound + 3 * position
      let left = entries[evaluator.rows[evaluator.operandRows[start]].offset]
      let right = entries[evaluator.rows[evaluator.operandRows[start + 1]].offset]
      if comparison.holds(left, right) { return 3 * position + 2 }
    }
    return 3 * comparisons.count
  }
}
