import ChainDiagnostics
import ChainSyntax
import ExpressionGraph

/// What a function of the language does with its arguments.
enum FunctionRule: Sendable {
  case elementwise(ElementwiseFunction)
  /// Every entry to a constant power.
  case power(Int)
  /// A function of two arguments or more, entry by entry; of one, perhaps of all its entries.
  case binary(ElementwiseFunction, alone: Reduction?)
  /// A scalar from all entries.
  case reduction(Reduction)
  /// Of a square matrix as a whole.
  case matrix(MatrixFunction)
  /// From a vector to a vector of its length.
  case vector(VectorFunction)
  /// A function of arguments that are brought to one space first.
  case agreeing(@Sendable (inout Elaborator, [Value]) -> Value)
  /// A function with arguments of its own kind.
  case special(@Sendable (inout Elaborator, Call) -> Value?)
}

/// A function of the language.
struct FunctionRow: Sendable {
  let words: [String]
  let arguments: ClosedRange<Int>
  let rule: FunctionRule

  init(_ words: String, _ arguments: ClosedRange<Int> = 1...1, _ rule: FunctionRule) {
    self.words = words.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
    self.arguments = arguments
    self.rule = rule
  }
}

/// The names of the language's functions, in the order of their table.
package let functionWords = FunctionTable.words

/// The functions of the language, a row each.
enum FunctionTable {
  /// Rows by each of their names.
  static let rows: [String: FunctionRow] = {
    var rows: [String: FunctionRow] = [:]
    for row in elementwise + reductions + matrices + constants + losses {
      for word in row.words { rows[word] = row }
    }
    return rows
  }()

  /// Every name of a function, in the order of the rows.
  static let words: [String] =
    (elementwise + reductions + matrices + constants + losses).flatMap(\.words)

  private static let elementwise: [FunctionRow] = [
    FunctionRow("sin", .elementwise(.sin)), FunctionRow("cos", .elementwise(.cos)),
    FunctionRow("tan", .elementwise(.tan)), FunctionRow("asin arcsin", .elementwise(.asin)),
    FunctionRow("acos arccos", .elementwise(.acos)),
    FunctionRow("atan arctan", .elementwise(.atan)), FunctionRow("sinh", .elementwise(.sinh)),
    FunctionRow("cosh", .elementwise(.cosh)), FunctionRow("tanh", .elementwise(.tanh)),
    FunctionRow("asinh arcsinh", .elementwise(.asinh)),
    FunctionRow("acosh arccosh", .elementwise(.acosh)),
    FunctionRow("atanh arctanh", .elementwise(.atanh)), FunctionRow("exp", .elementwise(.exp)),
    FunctionRow("log ln", .elementwise(.log)), FunctionRow("log2", .elementwise(.log2)),
    FunctionRow("log10", .elementwise(.log10)), FunctionRow("log1p", .elementwise(.log1p)),
    FunctionRow("expm1", .elementwise(.expm1)), FunctionRow("sqrt", .elementwise(.sqrt)),
    FunctionRow("abs", .elementwise(.abs)), FunctionRow("sign", .elementwise(.sign)),
    FunctionRow("relu", .elementwise(.relu)),
    FunctionRow("leakyrelu", .elementwise(.leakyrelu)), FunctionRow("elu", .elementwise(.elu)),
    FunctionRow("gelu", .elementwise(.gelu)), FunctionRow("silu", .elementwise(.silu)),
    FunctionRow("sigmoid", .elementwise(.sigmoid)),
    FunctionRow("softplus", .elementwise(.softplus)), FunctionRow("erf", .elementwise(.erf)),
    FunctionRow("step", .elementwise(.step)), FunctionRow("square", .power(2)),
    FunctionRow("cube", .power(3)), FunctionRow("atan2", 2...2, .binary(.atan2, alone: nil)),
    FunctionRow("max", 1...Int.max, .binary(.max, alone: .max)),
    FunctionRow("min", 1...Int.max, .binary(.min, alone: .min)),
  ]

  private static let reductions: [FunctionRow] = [
    FunctionRow("sum", 1...2, .special { $0.sumOrMean($1, isMean: false) }),
    FunctionRow("mean", 1...2, .special { $0.sumOrMean($1, isMean: true) }),
    FunctionRow("prod", 1...2, .special { $0.productOfEntries($1) }),
    FunctionRow("norm1", 1...2, .reduction(.norm1)),
    FunctionRow("norm2 normF norm", 1...2, .reduction(.norm2)),
    FunctionRow("norminf", 1...2, .reduction(.norminf)),
    FunctionRow("logsumexp", 1...2, .reduction(.logsumexp)),
    FunctionRow("var", 1...2, .special { $0.variance($1) }),
    FunctionRow("softmax", .vector(.softmax)), FunctionRow("logsoftmax", .vector(.logsoftmax)),
  ]

  private static let matrices: [FunctionRow] = [
    FunctionRow("tr trace", .special { $0.trace($1) }),
    FunctionRow("diag", .special { $0.diagonal($1) }),
    FunctionRow("dot", 2...2, .special { $0.dot($1) }),
    FunctionRow("outer", 2...2, .special { $0.outer($1) }),
    FunctionRow("cross", 2...2, .special { $0.cross($1) }),
    FunctionRow("kron", 2...2, .special { $0.kronecker($1) }),
    FunctionRow("einsum", 2...Int.max, .special { $0.einsum($1) }),
    FunctionRow("transpose", 1...2, .special { $0.transpose($1) }),
    FunctionRow("cases", 1...Int.max, .special { $0.choice($1) }),
    FunctionRow("vec", .special { $0.columns($1) }),
    FunctionRow("reshape", 2...2, .special { $0.reshape($1) }),
    FunctionRow("concat", 2...Int.max, .special { $0.concatenation($1) }),
    FunctionRow("det", .matrix(.determinant)), FunctionRow("logdet", .matrix(.logDeterminant)),
    FunctionRow("inv", .matrix(.inverse)), FunctionRow("adj", .matrix(.adjugate)),
    FunctionRow("solve", 2...2, .special { $0.solution($1) }),
    FunctionRow("triu", .special { $0.triangle($1, isUpper: true) }),
    FunctionRow("tril", .special { $0.triangle($1, isUpper: false) }),
    FunctionRow("layernorm", 1...2, .special { $0.layerNorm($1) }),
  ]

  private static let constants: [FunctionRow] = [
    FunctionRow("eye", .special { $0.identityMatrix($1) }),
    FunctionRow("zeros", 1...Int.max, .special { $0.filled($1, with: .zero) }),
    FunctionRow("ones", 1...Int.max, .special { $0.filled($1, with: .one) }),
    FunctionRow("vector", .special { $0.sizedByContext($1, .vector) }),
    FunctionRow("matrix", .special { $0.sizedByContext($1, .matrix) }),
    FunctionRow("onehot", 2...2, .special { $0.oneHot($1) }),
  ]

  private static let losses: [FunctionRow] = [
    FunctionRow("mse", 2...2, .agreeing { $0.meanSquaredError($1[0], $1[1]) }),
    FunctionRow("bce", 2...2, .agreeing { $0.binaryCrossEntropy($1[0], $1[1]) }),
    FunctionRow("crossentropy", 2...2, .special { $0.crossEntropy($1) }),
    FunctionRow("hinge", 2...2, .agreeing { $0.hingeLoss($1[0], $1[1]) }),
    FunctionRow("kl", 2...2, .agreeing { $0.divergence($1[0], $1[1]) }),
    FunctionRow("huber", 2...2, .special { $0.huber($1) }),
  ]
}

extension FunctionRow {
  fileprivate init(_ words: String, _ rule: FunctionRule) { self.init(words, 1...1, rule) }
}

extension Elaborator {
  /// A function of the language at its arguments.
  mutating func apply(_ row: FunctionRow, _ call: Call) -> Value? {
    guard row.arguments.contains(call.arguments.count) else {
      _ = evaluated(call)
      return fail(
        .wrongArgumentCount(
          call.name, call.range, expected: row.arguments, found: call.arguments.count),
        in: call.scope)
    }
    if case .special(let rule) = row.rule { return rule(&self, call) }
    if let reduction = row.reduction, call.namesAxis(in: syntax) || row.isReduction(of: call) {
      return reduced(reduction, along: call)
    }
    if let label = call.arguments.lazy.compactMap(\.label).first {
      return fail(.unknownLabel(spelling(label.id), call.name, label.range), in: call.scope)
    }
    guard let operands = evaluated(call) else { return nil }
    return apply(row.rule, operands, call)
  }

  private mutating func apply(
    _ rule: FunctionRule, _ operands: [Operand], _ call: Call
  ) -> Value? {
    switch rule {
    case .elementwise(let function): return elementwise(function, operands[0], in: call.scope)
    case .power(let exponent):
      guard let operand = sizedOnItsOwn(operands[0], in: call.scope) else { return nil }
      return hadamard([(operand.value, Number(exponent))])
    case .binary(let function, let alone): return binary(function, alone, operands, call)
    case .reduction(let reduction):
      guard let operand = sizedOnItsOwn(operands[0], in: call.scope) else { return nil }
      return reduced(reduction, operand.value)
    case .matrix(let function): return matrixFunction(function, operands[0], in: call.scope)
    case .vector(let function): return vector(function, operands[0], call)
    case .agreeing(let build):
      guard let agreement = agree(operands, to: call.name, in: call.scope) else { return nil }
      for operand in operands where operand.value.contextual != nil && agreement.space == .scalar {
        return fail(.unsized(operand.range), in: call.scope)
      }
      return build(&self, agreement.values)
    case .special(let build): return build(&self, call)
    }
  }

  mutating func elementwise(
    _ function: ElementwiseFunction, _ operand: Operand, in scope: Scope
  ) -> Value? {
    sizedOnItsOwn(operand, in: scope).map { apply(function, $0.value) }
  }

  /// Refuses a constant whose size nothing tells.
  mutating func sizedOnItsOwn(_ operand: Operand, in scope: Scope) -> Operand? {
    operand.value.contextual == nil ? operand : fail(.unsized(operand.range), in: scope)
  }

  private mutating func binary(
    _ function: ElementwiseFunction, _ alone: Reduction?, _ operands: [Operand], _ call: Call
  ) -> Value? {
    if operands.count == 1, let alone {
      guard let operand = sizedOnItsOwn(operands[0], in: call.scope) else { return nil }
      return reduced(alone, operand.value)
    }
    guard let agreement = agree(operands, to: call.name, in: call.scope) else { return nil }
    return agreement.values.dropFirst().reduce(agreement.values[0]) { apply(function, $0, $1) }
  }

  private mutating func vector(
    _ function: VectorFunction, _ operand: Operand, _ call: Call
  ) -> Value? {
    guard let operand = vectorOperand(operand, of: call) else { return nil }
    return Value(
      graph.unary(.vectorFunction(function), operand.value.node), isRow: operand.value.isRow)
  }

  /// An operand that must have one axis.
  mutating func vectorOperand(_ operand: Operand, of call: Call) -> Operand? {
    guard let operand = sizedOnItsOwn(operand, in: call.scope) else { return nil }
    if let open = operand.value.open { return needsLength(open, operand.range, in: call.scope) }
    guard shape(of: operand.value).order == 1 else {
      return fail(
        .needsVector(call.name, space(of: operand.value), operand.range), in: call.scope)
    }
    return operand
  }

  /// Reports that an input is used as a vector or matrix while nothing says how long it is.
  mutating func needsLength<Result>(
    _ open: OpenShape, _ range: SourceRange, in scope: Scope
  ) -> Result? {
    let name = spelling(names.inputs[open.input].name.id)
    guard missingShapes.insert(open.input) else { return nil }
    return fail(.missingDimension(name, range), in: scope)
  }
}
