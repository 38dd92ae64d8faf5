import ExpressionGraph

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Visits the margins of a row: numbers whose sign decides on which branch of a piecewise or
/// singular function the row is, so that it is smooth wherever none of them is zero.
///
/// Where the branch is one of several entries, its position counts as `choice`. A pole separates
/// branches too, but is no kink: the function is undefined there.
struct BranchPoint {
  let evaluation: Evaluation
  let row: Evaluator.Row
  var includesPoles = false

  /// Whether a row of this kind can have a margin at all.
  static func isPossible(_ kernel: Kernel, in tables: KernelTables) -> Bool {
    switch kernel {
    case .elementwise(let function): function.margin != .none
    case .reduction(let reduction): reduction != .logsumexp && reduction != .prod
    case .vectorFunction(let function): function == .firstMaximum || function == .firstMinimum
    case .choice: true
    case .product(let id): tables.products[id].powers.contains { isSingular($0.exponent) }
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
      where isWatched(power.exponent) { operand(position).forEach(margin) }
    case .input, .constant, .copy, .sum, .vectorFunction(.softmax), .vectorFunction(.logsoftmax),
      .matrixFunction, .literal, .slice, .selector, .join, .triangle, .application, .unresolved:
      break
    }
  }

  /// Whether a power has no finite derivative at zero: a kink, or a pole.
  private static func isSingular(_ exponent: Double) -> Bool { exponent < 1 && exponent != 0 }

  private func isWatched(_ exponent: Double) -> Bool {
    Self.isSingular(exponent) && (exponent > 0 || includesPoles)
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
      where isWatched(exponent) { margin(base) }
    case .cosine: if includesPoles { operand(0).forEach { margin(cos($0)) } }
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
    guard let chosen = evaluation.chosenOperand(row, comparisons) else { return }
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
  case none, argument, difference, base, branchCut, cosine
}

extension ElementwiseFunction {
  fileprivate var margin: ElementwiseMargin {
    switch self {
    case .abs, .sign, .relu, .leakyrelu, .step, .sqrt: .argument
    case .min, .max: .difference
    case .tan: .cosine
    case .power: .base
    case .atan2: .branchCut
    // elu has a derivative everywhere when its slope is 1, as in the language.
    case .elu, .sin, .cos, .asin, .acos, .atan, .sinh, .cosh, .tanh, .asinh, .acosh,
      .atanh, .exp, .log, .log2, .log10, .log1p, .expm1, .gelu, .silu, .sigmoid, .softplus, .erf:
      .none
    }
  }
}

extension Evaluation {
  /// The operand position that is a choice's value; nil if a comparison has an undefined side.
  func chosenOperand(_ row: Evaluator.Row, _ comparisons: [Comparison]) -> Int? {
    NumericEvaluation.chosenOperand(comparisons) { position in
      entries[evaluator.rows[evaluator.operandRows[row.operands.lowerBound + position]].offset]
    }
  }
}
