/// An axis label inside one product.
package struct Label: Hashable, Comparable, Sendable {
  package let index: UInt16

  package init(_ index: Int) {
    self.index = UInt16(index)
  }

  package static func < (a: Label, b: Label) -> Bool { a.index < b.index }
}

/// The one multilinear operation: matrix product, outer, Hadamard and Kronecker-like products,
/// trace, diagonal, transpose, broadcasting and sums over axes are all this.
///
///     C[output] = coefficient · sizes · Σ over labels not in output  Π factor[labels]^exponent
///
/// A label may repeat within a factor (a diagonal is read) or within the output (a diagonal is
/// written: such a product carries a Kronecker delta). An output label that no factor carries is
/// broadcast. Source of the form: Laue, Mitterreiter, Giesen 2018 and 2020.
package struct ProductPattern: Hashable, Sendable {
  package struct Factor: Hashable, Sendable {
    /// One label an axis of the operand.
    package var labels: [Label]
    /// A constant exponent, applied entry by entry; 1 for a plain factor.
    package var exponent: Number

    package init(labels: [Label], exponent: Number = .one) {
      self.labels = labels
      self.exponent = exponent
    }
  }

  /// A power of an axis length as a scalar factor: n⁻¹ in a mean.
  package struct SizePower: Hashable, Sendable {
    package let dimension: Dimension
    package let exponent: Int

    package init(dimension: Dimension, exponent: Int) {
      self.dimension = dimension
      self.exponent = exponent
    }
  }

  package var coefficient: Number
  package var sizes: [SizePower]
  /// One row an operand, in order.
  package var factors: [Factor]
  package var output: [Label]
  /// The length of each label's axis, by label index.
  package var extents: [Dimension]

  package init(
    coefficient: Number = .one, sizes: [SizePower] = [], factors: [Factor], output: [Label] = [],
    extents: [Dimension] = []
  ) {
    self.coefficient = coefficient
    self.sizes = sizes
    self.factors = factors
    self.output = output
    self.extents = extents
  }

  package var shape: Shape { Shape(output.map { extents[Int($0.index)] }) }

  /// Whether no factor and no output has an axis.
  package var isScalar: Bool { extents.isEmpty }

  /// Labels that are summed over: those of factors that the output lacks, each once, in order.
  package var summed: [Label] {
    var seen = Set(output)
    return factors.flatMap(\.labels).filter { seen.insert($0).inserted }
  }
}
