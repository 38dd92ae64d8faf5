/// What a node computes from its operands.
///
/// Every table of rules switches over these exhaustively.
///
/// Shapes: a *scalar* has no axes, a vector one. Rows and columns are a matter of notation; the
/// graph knows only axes.
package enum Operation: Hashable, Sendable {
  /// An input.
  case variable(TableID<Variable>)
  /// A scalar constant.
  case number(TableID<Number>)
  /// π.
  case pi
  /// The length of an axis as a scalar.
  case dimension(TableID<Dimension>)
  /// A linear combination of operands of one shape.
  case sum(TableID<SumPattern>)
  /// A generic product: see `ProductPattern`.
  case product(TableID<ProductPattern>)
  /// A function applied entry by entry; two operands of one shape for a binary function.
  case elementwise(ElementwiseFunction)
  /// A scalar from all entries of one operand.
  case reduction(Reduction)
  /// A function from a vector to a vector of the same length that mixes the entries.
  case vectorFunction(VectorFunction)
  /// A function of one square matrix as a whole.
  case matrixFunction(MatrixFunction)
  /// A vector or matrix written out by scalar operands, row by row; its shape is the pattern.
  case literal(TableID<Shape>)
  /// Part of an operand: see `SlicePattern`.
  case slice(TableID<SlicePattern>)
  /// The constant 0/1 tensor by which a slice is a linear map: axes of the slice, then of its operand.
  case selector(TableID<SlicePattern>)
  /// The same entries, down the columns, in another shape: see `ReshapePattern`.
  case reshape(TableID<ReshapePattern>)
  /// Operands one behind the other along an axis: see `JoinPattern`.
  case join(TableID<JoinPattern>)
  /// The constant 0/1 matrix of a triangle: see `TrianglePattern`.
  case triangle(TableID<TrianglePattern>)
  /// A choice among operands by comparisons of operands: see `ChoicePattern`.
  case choice(TableID<ChoicePattern>)
  /// An abstract function, or a derivative of one, at its operands.
  case application(TableID<ApplicationPattern>)
  /// A named intermediate: the same value as its one operand.
  case definition(TableID<Definition>)
}

/// Functions applied entry by entry.
///
/// Conventions at kinks are the language's: sign(0) = step(0) = 0.
package enum ElementwiseFunction: UInt8, Hashable, Sendable, CaseIterable {
  case sin, cos, tan, asin, acos, atan, sinh, cosh, tanh, asinh, acosh, atanh
  case exp, log, log2, log10, log1p, expm1, sqrt, abs, sign
  case relu, leakyrelu, elu, gelu, silu, sigmoid, softplus, erf, step
  /// Of two arguments: base and exponent, atan2(y, x), the smaller, the larger.
  case power, atan2, min, max

  /// How many operands the function takes.
  package var arity: Int {
    self == .power || self == .atan2 || self == .min || self == .max ? 2 : 1
  }
}

/// Functions that make one scalar of all entries and are not linear.
package enum Reduction: UInt8, Hashable, Sendable, CaseIterable {
  case norm1, norm2, norminf, logsumexp, prod, max, min
}

/// Functions from R^n to R^n.
package enum VectorFunction: UInt8, Hashable, Sendable, CaseIterable {
  case softmax, logsoftmax
  /// 1 at the first largest entry, 0 elsewhere: the derivative of the largest entry.
  case firstMaximum
  /// 1 at the first smallest entry, 0 elsewhere.
  case firstMinimum
}

/// Functions of a square matrix as a whole: matrices of its shape, or scalars.
package enum MatrixFunction: UInt8, Hashable, Sendable, CaseIterable {
  case inverse, determinant
  /// The logarithm of a positive determinant.
  case logDeterminant
  /// The transposed matrix of cofactors: det(X)·X⁻¹ where that exists.
  case adjugate

  /// Whether the value is a scalar.
  package var isScalar: Bool { self == .determinant || self == .logDeterminant }
}

/// What the user declares of an input beyond its shape.
///
/// A property never rewrites the function: it simplifies finished derivatives and restricts random
/// points.
package struct Properties: OptionSet, Hashable, Sendable {
  package let rawValue: UInt16

  package init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  package static let symmetric = Properties(rawValue: 1)
  package static let positiveDefinite = Properties(rawValue: 2)
  package static let diagonal = Properties(rawValue: 4)
  package static let orthogonal = Properties(rawValue: 8)
  package static let invertible = Properties(rawValue: 16)
  package static let positive = Properties(rawValue: 32)
  package static let constant = Properties(rawValue: 64)
}

/// An input: equal only if name, shape and properties are.
package struct Variable: Hashable, Sendable {
  package let name: String
  package let shape: Shape
  package let properties: Properties
  /// Whether a vector is written as a row; the graph itself knows only the axis.
  package let isRow: Bool
  /// Whether a scalar is declared as a vector of one entry, R^1, which serves as a scalar.
  package let isOneVector: Bool

  package init(
    name: String, shape: Shape, properties: Properties = [], isRow: Bool = false,
    isOneVector: Bool = false
  ) {
    self.name = name
    self.shape = shape
    self.properties = properties
    self.isRow = isRow
    self.isOneVector = isOneVector
  }

  /// Inputs that differ have different names, nearly always.
  package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

extension ExpressionGraph {
  /// The shape as it was declared: R^1, which the graph takes for R, has an axis.
  package func declaredShape(of node: NodeID) -> Shape {
    guard case .variable(let id) = operation(of: node), self[id].isOneVector else {
      return shape(of: node)
    }
    return Shape([Dimension(1)])
  }
}

/// A named intermediate.
///
/// Two definitions are two nodes even where they compute the same.
package struct Definition: Hashable, Sendable {
  /// The name as the source has it: `f`, `x1`, `alpha`.
  package let name: String
  /// The source text where the node is an instance of a function at other arguments: `f(a)`.
  package let application: String?
  /// The parameters a function was defined with, for headers: `["t"]`.
  package let parameters: [String]
  /// Tells definitions of one name apart.
  package let serial: Int
  /// Whether a vector is written as a row; the graph itself knows only the axis.
  package let isRow: Bool

  package init(
    name: String, application: String?, parameters: [String], serial: Int, isRow: Bool = false
  ) {
    self.name = name
    self.application = application
    self.parameters = parameters
    self.serial = serial
    self.isRow = isRow
  }
}

/// A declared function without a definition.
package struct AbstractFunction: Hashable, Sendable {
  package let name: String
  package let domain: [Shape]
  package let codomain: Shape

  package init(name: String, domain: [Shape], codomain: Shape) {
    self.name = name
    self.domain = domain
    self.codomain = codomain
  }
}

/// An abstract function differentiated by some of its arguments, at its operands.
///
/// The shape is the codomain followed by the domains of `derivatives` in order. Since mixed
/// derivatives commute, `derivatives` is sorted; a caller permutes axes if it needs another order.
package struct ApplicationPattern: Hashable, Sendable {
  package let function: AbstractFunction
  /// Zero-based argument positions, sorted.
  package let derivatives: [Int]

  package init(function: AbstractFunction, derivatives: [Int]) {
    self.function = function
    self.derivatives = derivatives.sorted()
  }
}

/// The coefficient of each operand of a sum.
package struct SumPattern: Hashable, Sendable {
  package let coefficients: [Number]

  package init(coefficients: [Number]) {
    self.coefficients = coefficients
  }
}

/// A relation between two scalars.
package enum Comparison: String, Hashable, Sendable, CaseIterable {
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case equal = "=="
  case notEqual = "!="
}

/// `cases(a > b, u, c < d, v, w)`: the operands are left side, right side and value of each case,
/// then the value otherwise; the first comparison that holds decides.
package struct ChoicePattern: Hashable, Sendable {
  package let comparisons: [Comparison]

  package init(comparisons: [Comparison]) {
    self.comparisons = comparisons
  }
}
