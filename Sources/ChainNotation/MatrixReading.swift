import ExpressionGraph

/// How functions of matrices and changes of arrangement are read.
extension NodeReader {
  /// An input's name; of a symmetric matrix without a prime either way.
  func name(of variable: Variable, order: Int) -> Reading {
    let name = Written(.name(variable.name, order: order))
    guard facts, order == 2,
      !variable.properties.isDisjoint(with: [.symmetric, .positiveDefinite, .diagonal])
    else {
      return Reading(name.phrase, order: order, isRow: variable.isRow)
    }
    return Reading(body: .strand(Strand(plain: name, turned: name)))
  }

  /// A function of a matrix; of an inverse or adjugate the transpose stands outside, `inv(X)'`,
  /// unless the matrix itself has fewer primes turned.
  func apply(_ function: MatrixFunction, _ operand: NodeID, order: Int) -> Reading {
    let reading = self[operand]
    func applied(turned: Bool) -> Written {
      let inner = reading.written(turned: turned)
      return Written(.matrixFunction(function, inner.phrase), primes: inner.primes)
    }
    let (plain, turned) = (applied(turned: false), applied(turned: true))
    guard order == 2 else { return Reading(Written.fewest(plain, turned).phrase, order: 0) }
    return Reading(
      body: .strand(
        Strand(
          plain: .fewest(plain, turned.transposed), turned: .fewest(plain.transposed, turned))))
  }

  func triangle(_ pattern: TrianglePattern) -> Reading {
    let turned = TrianglePattern(isUpper: !pattern.isUpper, shape: pattern.shape)
    return Reading(
      body: .strand(
        Strand(plain: Written(.triangle(pattern)), turned: Written(.triangle(turned)))))
  }

  func join(_ operands: [NodeID], _ pattern: JoinPattern, order: Int) -> Reading {
    let parts = operands.map { operand -> Phrase in
      // One number in its place, not a vector of one.
      let shape = graph.shape(of: operand)
      guard shape.entryCount == 1 else { return vectorPhrase(operand) ?? self[operand].phrase }
      if case .constant = self[operand].body { return self[operand].scalarPart.phrase }
      let phrase = self[operand].phrase
      return phrase.entry(at: shape.dimensions.map { _ in .entry(1) }) ?? phrase
    }
    let join = Phrase.Join(parts: parts, shapes: pattern.parts, axis: pattern.axis, order: order)
    return Reading(.join(join), order: order)
  }

  /// A vector that lies as a row or a column among blocks: its own name says as much.
  private func vectorPhrase(_ node: NodeID) -> Phrase? {
    let dimensions = graph.shape(of: node).dimensions
    guard dimensions.count == 2, let unit = dimensions.firstIndex(where: \.isOne) else {
      return nil
    }
    let isRow = unit == 0
    switch graph.operation(of: node) {
    case .reshape(let id) where graph[id].source.order == 1:
      return self[graph.operand(of: node)].written(turned: isRow).phrase
    case .product(let id):
      var pattern = graph[id]
      let label = pattern.output.remove(at: unit)
      guard !pattern.factors.isEmpty, !pattern.output.contains(label),
        pattern.factors.allSatisfy({ !$0.labels.contains(label) })
      else { return nil }
      let operands = graph.operands(of: node).map(productOperand)
      return pattern.reading(of: operands).written(turned: isRow).phrase
    case .variable, .number, .pi, .dimension, .sum, .elementwise, .reduction, .vectorFunction,
      .matrixFunction, .literal, .slice, .selector, .reshape, .join, .triangle, .choice,
      .application, .definition:
      return nil
    }
  }

  func reshape(_ pattern: ReshapePattern, _ operand: NodeID) -> Reading {
    let order = pattern.target.order
    if let product = kronecker(pattern, operand) { return Reading(product, order: order) }
    if let constant = changeOfShape(pattern, operand) { return Reading(constant, order: order) }
    return Reading(
      .reshape(.init(operand: self[operand].phrase, pattern: pattern)), order: order)
  }

  /// The constant that changes a shape, the identity map with its leading axes reshaped, as a
  /// product of 0/1 matrices.
  private func changeOfShape(_ pattern: ReshapePattern, _ operand: NodeID) -> Phrase? {
    guard case .product(let id) = graph.operation(of: operand), graph[id].factors.isEmpty,
      graph[id].coefficient.isOne, graph[id].sizes.isEmpty
    else { return nil }
    let half = pattern.source.order / 2
    let output = graph[id].output
    guard output == (0..<half).map(Label.init) + (0..<half).map(Label.init) else { return nil }
    let source = Shape(Array(pattern.source.dimensions.prefix(half)))
    let target = Shape(Array(pattern.target.dimensions.dropLast(half)))
    return Phrase.changeOfShape(from: source, to: target)
  }

  /// A Kronecker product is the outer product with axes in turn (of the second, of the first)
  /// merged in pairs.
  private func kronecker(_ pattern: ReshapePattern, _ operand: NodeID) -> Phrase? {
    guard case .product(let id) = graph.operation(of: operand) else { return nil }
    let product = graph[id]
    let axes = product.output
    guard product.coefficient.isOne, product.sizes.isEmpty, product.factors.count == 2,
      product.factors.allSatisfy(\.exponent.isOne), axes.count == 2 * pattern.target.order,
      Set(axes).count == axes.count,
      pattern.target.dimensions.indices.allSatisfy({ place in
        pattern.target.dimensions[place]
          == pattern.source.dimensions[2 * place] * pattern.source.dimensions[2 * place + 1]
      })
    else { return nil }
    func sides(_ first: Int) -> [Phrase]? {
      let wanted = [first, 1 - first].map { offset in
        pattern.target.dimensions.indices.map { axes[2 * $0 + offset] }
      }
      let found = product.factors.indices.compactMap { place -> Phrase? in
        let reading = self[graph.operand(of: operand, at: place)]
        let labels = product.factors[place].labels
        let target = wanted[place]
        if labels == target { return reading.phrase }
        guard labels.count == 2, labels.reversed() == target else { return nil }
        return reading.written(turned: true).phrase
      }
      return found.count == 2 ? found : nil
    }
    if let found = sides(1) { return .kronecker(found[0], found[1]) }
    return sides(0).map { .kronecker($0[1], $0[0]) }
  }
}

extension Phrase {
  /// A product entry by entry with a triangle of ones is a triangle of the rest.
  static func triangular(_ factors: [Phrase]) -> Phrase? {
    for (place, factor) in factors.enumerated() {
      guard case .triangle(let pattern) = factor else { continue }
      var rest = factors
      rest.remove(at: place)
      return .triangular(entrywiseProduct(rest), pattern)
    }
    return nil
  }
}

extension Phrase.Reshape {
  /// A vector as a matrix of one column, which a vector itself need not be everywhere.
  var column: Phrase {
    .contraction(
      .init(
        factors: [
          .init(phrase: operand, letters: "i"),
          .init(phrase: .ones(Shape([Dimension(1)])), letters: "j"),
        ], output: "ij"))
  }

  /// The change of shape as a product with constant 0/1 matrices, which the plain subset of the
  /// language can say.
  var spelledOut: Phrase {
    let alphabet = "ijklpqrsabcdefghmnotuvwxyzIJKLPQRSABCDEFGHMNOTUVWXYZ"
    var letters = alphabet.map(String.init)[...]
    func take(_ count: Int) -> [String] {
      defer { letters = letters.dropFirst(count) }
      return Array(letters.prefix(count))
    }
    let groups = pattern.groups
    guard letters.count >= 2 * (pattern.source.order + pattern.target.order) else {
      return .ellipsis
    }
    let source = take(pattern.source.order)
    let target = take(pattern.target.order)
    var renamed = target
    var factors: [Phrase.Contraction.Factor] = []
    for group in groups {
      if group.source.count == 1, group.target.count == 1 {
        renamed[group.target.lowerBound] = source[group.source.lowerBound]
        continue
      }
      if group.source.isEmpty {
        // Axes of length 1 that the operand has not.
        for axis in group.target {
          factors.append(.init(phrase: .ones(Shape([Dimension(1)])), letters: target[axis]))
        }
        continue
      }
      let merged =
        group.target.count == 1
        ? target[group.target.lowerBound]
        : group.source.count == 1 ? source[group.source.lowerBound] : take(1)[0]
      for (axes, shape, names) in [
        (group.source, pattern.source, source), (group.target, pattern.target, target),
      ] where axes.count > 1 {
        for axis in axes {
          factors.append(
            .digit(of: axis, within: axes, of: shape, merged: merged, name: names[axis]))
        }
      }
    }
    let first = Phrase.Contraction.Factor(phrase: operand, letters: source.joined())
    return .contraction(.init(factors: [first] + factors, output: renamed.joined()))
  }
}

extension Phrase {
  /// The 0/1 tensor of target axes, then source axes, with a 1 where both mean the same entry.
  fileprivate static func changeOfShape(from source: Shape, to target: Shape) -> Phrase? {
    let letters = "ijklpqrsabcdefghmnotuvwxyz".map(String.init)
    guard source.order + target.order < letters.count else { return nil }
    let rows = Array(letters[..<target.order])
    let columns = Array(letters[target.order..<target.order + source.order])
    let merged =
      target.order == 1 ? rows[0] : source.order == 1 ? columns[0] : letters[letters.count - 1]
    var factors: [Contraction.Factor] = []
    for (shape, names) in [(target, rows), (source, columns)] where shape.order > 1 {
      for axis in names.indices {
        factors.append(
          .digit(of: axis, within: names.indices, of: shape, merged: merged, name: names[axis]))
      }
    }
    guard !factors.isEmpty else { return nil }
    return .contraction(.init(factors: factors, output: (rows + columns).joined()))
  }

  /// The matrix that has a 1 where an axis has its place and the merged axes have theirs: with the
  /// first axis fastest, ones(after) ⊗ I ⊗ ones(before).
  fileprivate static func digit(of axis: Int, within axes: Range<Int>, of shape: Shape) -> Phrase {
    func ones(_ range: Range<Int>) -> Phrase? {
      let length = range.reduce(Dimension(1)) { $0 * shape.dimensions[$1] }
      return length.isOne ? nil : .ones(Shape([length, Dimension(1)]))
    }
    var result = Phrase.identity(shape.dimensions[axis])
    if let before = ones(axes.lowerBound..<axis) { result = .kronecker(result, before) }
    if let after = ones(axis + 1..<axes.upperBound) { result = .kronecker(after, result) }
    return result
  }
}

extension Phrase.Contraction.Factor {
  /// What ties an axis to the axis that it is merged into; nothing ties one of length 1.
  fileprivate static func digit(
    of axis: Int, within axes: Range<Int>, of shape: Shape, merged: String, name: String
  ) -> Self {
    shape.dimensions[axis].isOne
      ? Self(phrase: .ones(Shape([Dimension(1)])), letters: name)
      : Self(phrase: Phrase.digit(of: axis, within: axes, of: shape), letters: merged + name)
  }
}
