import ExpressionGraph
import NumericEvaluation

/// Structures of Jacobians by number, with what is known of their products and sums.
///
/// Few structures occur in a figure and each is multiplied many times, so products are looked up.
struct StructureTable: JacobianAlgebra {
  struct ID: Hashable {
    let index: Int32
  }

  struct Product {
    let structure: ID
    let cost: Count
    /// The cost where symbolic dimensions have the sizes at which orders are compared.
    let weight: Double
  }

  private struct Pair: Hashable {
    let first: ID
    let second: ID
  }

  private let sizes: [String: Int]
  private var structures: [JacobianStructure] = []
  private var numbers: [JacobianStructure: ID] = [:]
  private var products: [Pair: Product] = [:]
  private var sums: [Pair: ID] = [:]

  init(sizes: [String: Int]) {
    self.sizes = sizes
  }

  mutating func id(of structure: JacobianStructure) -> ID {
    if let known = numbers[structure] { return known }
    let id = ID(index: Int32(structures.count))
    structures.append(structure)
    numbers[structure] = id
    return id
  }

  /// The product of two Jacobians, the output's side first.
  mutating func multiply(_ outer: ID, _ inner: ID) -> Product {
    let pair = Pair(first: outer, second: inner)
    if let known = products[pair] { return known }
    let (structure, loops) = structures[Int(outer.index)].times(structures[Int(inner.index)])
    let product = Product(
      structure: id(of: structure),
      cost: loops.map { $0.reduce(.one) { $0 * Count($1) } } ?? .zero,
      weight: loops.map { $0.reduce(1) { $0 * Double($1.length(sizes) ?? 1) } } ?? 0)
    products[pair] = product
    return product
  }

  /// What a product takes where orders are compared.
  mutating func weight(_ outer: ID, _ inner: ID) -> Double {
    products[Pair(first: outer, second: inner)]?.weight ?? multiply(outer, inner).weight
  }

  mutating func product(of outer: ID, _ inner: ID) -> ID { multiply(outer, inner).structure }

  mutating func sum(of a: ID, _ b: ID) -> ID {
    let pair = Pair(first: a, second: b)
    if let known = sums[pair] { return known }
    let sum = id(of: structures[Int(a.index)].plus(structures[Int(b.index)]))
    sums[pair] = sum
    return sum
  }
}
