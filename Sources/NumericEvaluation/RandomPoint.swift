import ExpressionGraph

/// How the plain entries of a random point are distributed.
enum EntryRange: CaseIterable {
  case normal, positive, unit, aboveOne

  /// A mirrored normal entry has the other sign and another size, so that two points drawn from
  /// one generator lie on both sides of zero.
  func draw(_ generator: inout SeededGenerator, isMirrored: Bool) -> Double {
    switch self {
    case .normal: isMirrored ? -1.25 * generator.normal() : generator.normal()
    case .positive: generator.uniform(0.5, 1.5)
    case .unit: generator.uniform(0.1, 0.9)
    case .aboveOne: generator.uniform(1.1, 2.5)
    }
  }
}

extension Properties {
  /// A random tensor with these properties; those that its shape cannot have are ignored.
  func randomTensor(
    shape: [Int], _ range: EntryRange, isMirrored: Bool, _ generator: inout SeededGenerator
  ) -> Tensor {
    let plain = Tensor(
      shape: shape,
      data: (0..<shape.reduce(1, *)).map { _ in
        let entry = range.draw(&generator, isMirrored: isMirrored)
        return contains(.positive) ? abs(entry) + 0.1 : entry
      })
    guard shape.count == 2 else { return plain }
    let square = shape[0] == shape[1]
    if square, contains(.diagonal) { return diagonal(plain) }
    if contains(.orthogonal) {
      return square && !isDisjoint(with: [.symmetric, .positiveDefinite])
        ? plain.reflection : plain.orthonormal
    }
    guard square else { return plain }
    if contains(.positiveDefinite) { return plain.gram }
    if contains(.symmetric) { return plain.symmetricPart }
    return contains(.invertible) ? plain.addingToDiagonal(contains(.positive) ? 2 : 1) : plain
  }

  private func diagonal(_ plain: Tensor) -> Tensor {
    var result = Tensor(repeating: 0, shape: plain.shape)
    let n = plain.shape[0]
    for i in 0..<n {
      let entry = plain[i * n + i]
      if contains(.orthogonal) {
        result[i * n + i] = entry < 0 && !contains(.positiveDefinite) ? -1 : 1
      } else if contains(.positiveDefinite) {
        result[i * n + i] = abs(entry) + 0.1
      } else {
        // Away from zero, since an inverse is common.
        result[i * n + i] = entry + (entry < 0 ? -0.1 : 0.1)
      }
    }
    return result
  }
}

extension Tensor {
  private func map(_ entry: (Int, Int) -> Double) -> Tensor {
    let (rows, columns) = (shape[0], shape[1])
    return Tensor(
      shape: shape, data: (0..<rows * columns).map { entry($0 / columns, $0 % columns) })
  }

  fileprivate var symmetricPart: Tensor {
    let n = shape[0]
    return map { i, j in 0.5 * (self[i * n + j] + self[j * n + i]) }
  }

  /// B Bᵀ/n + I/2, which is positive definite and keeps positive entries positive.
  fileprivate var gram: Tensor {
    let n = shape[0]
    return map { i, j in
      let product = (0..<n).reduce(0.0) { $0 + self[i * n + $1] * self[j * n + $1] }
      return product / Double(n) + (i == j ? 0.5 : 0)
    }
  }

  fileprivate func addingToDiagonal(_ shift: Double) -> Tensor {
    map { i, j in self[i * shape[1] + j] + (i == j ? shift : 0) }
  }

  /// I − 2vvᵀ/vᵀv with v the first row: orthogonal and symmetric.
  fileprivate var reflection: Tensor {
    let n = shape[0]
    let square = (0..<n).reduce(0.0) { $0 + self[$1] * self[$1] }
    return map { i, j in (i == j ? 1 : 0) - 2 * self[i] * self[j] / square }
  }

  /// Orthonormal columns, or rows where there are fewer of them, by Gram and Schmidt.
  fileprivate var orthonormal: Tensor {
    let (rows, columns) = (shape[0], shape[1])
    let isTall = rows >= columns
    let length = isTall ? rows : columns
    var vectors: [[Double]] = []
    for k in 0..<min(rows, columns) {
      var vector = (0..<length).map { isTall ? self[$0 * columns + k] : self[k * columns + $0] }
      // Entries of one sign make nearly parallel vectors; a shift of one entry tells them apart.
      vector[k] += 2
      for earlier in vectors + vectors {
        let overlap = zip(vector, earlier).reduce(0) { $0 + $1.0 * $1.1 }
        for i in 0..<length { vector[i] -= overlap * earlier[i] }
      }
      let norm = vector.withUnsafeBufferPointer(euclideanNorm)
      vectors.append(vector.map { $0 / norm })
    }
    return map { i, j in isTall ? vectors[j][i] : vectors[i][j] }
  }
}

extension ExpressionGraph {
  /// Lengths for the symbols that the nodes' shapes mention and `given` lacks: small, all
  /// different, and large enough for every slice; in the order of names, or against it.
  func randomSizes(
    for nodes: [NodeID], given: [String: Int], isDescending: Bool = false
  ) -> [String: Int] {
    var symbols: Set<String> = []
    var smallest = 2
    for node in nodes {
      if !isScalar(node) {
        symbols.formUnion(shape(of: node).dimensions.flatMap(\.symbols))
      }
      switch operation(of: node) {
      case .dimension(let id): symbols.formUnion(self[id].symbols)
      case .product(let id): symbols.formUnion(self[id].allDimensions.flatMap(\.symbols))
      case .slice(let id), .selector(let id): smallest = max(smallest, self[id].reach)
      case .variable, .number, .pi, .sum, .elementwise, .reduction, .vectorFunction, .literal,
        .choice, .application, .definition, .matrixFunction, .reshape, .join, .triangle:
        break
      }
    }
    var sizes = given
    var taken = Set(given.values)
    let order = isDescending ? symbols.sorted().reversed() : symbols.sorted()
    for symbol in order where sizes[symbol] == nil {
      while taken.contains(smallest) { smallest += 1 }
      sizes[symbol] = smallest
      taken.insert(smallest)
    }
    return sizes
  }
}

extension ProductPattern {
  fileprivate var allDimensions: [Dimension] { extents + sizes.map(\.dimension) }
}

extension SlicePattern {
  /// How long an axis must be for the slice to lie inside.
  fileprivate var reach: Int {
    axes.reduce(0) { reach, axis in
      switch axis {
      case .index(let index): max(reach, index + 1)
      case .range(let start, let length): max(reach, (start + length).known ?? 0)
      case .all: reach
      }
    }
  }
}
