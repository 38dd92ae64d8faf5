/// A product of two arrays over labelled axes, ready to run: entry by entry of the result, summed
/// over the labels that the result lacks.
struct Contraction {
  /// One loop, with the distance it moves in each array.
  struct Loop {
    let length: Int
    let left: Int
    let right: Int
    let result: Int
  }

  private enum Form {
    case loops([Loop])
    case matrixProduct(MatrixProduct)
  }

  private let form: Form

  /// The loops in order of nesting, outermost first; those that the result lacks come last.
  init(loops: [Loop]) {
    let loops = loops.filter { $0.length != 1 }
    form = MatrixProduct(loops).map(Form.matrixProduct) ?? .loops(loops)
  }

  /// Adds the product to the result.
  func add(
    _ left: UnsafePointer<Double>, _ right: UnsafePointer<Double>,
    to result: UnsafeMutablePointer<Double>
  ) {
    switch form {
    case .loops(let loops): add(left, right, to: result, loops)
    case .matrixProduct(let product): product.add(left, right, to: result)
    }
  }

  private func add(
    _ left: UnsafePointer<Double>, _ right: UnsafePointer<Double>,
    to result: UnsafeMutablePointer<Double>, _ loops: [Loop]
  ) {
    guard let inner = loops.last else {
      result[0] += left[0] * right[0]
      return
    }
    if loops.contains(where: { $0.length == 0 }) { return }
    let depth = loops.count - 1
    withUnsafeTemporaryAllocation(of: Int.self, capacity: max(depth, 1)) { counters in
      counters.initialize(repeating: 0)
      var (a, b, c) = (left, right, result)
      while true {
        run(inner, a, b, c)
        var level = depth - 1
        while level >= 0 {
          let loop = loops[level]
          counters[level] += 1
          a += loop.left
          b += loop.right
          c += loop.result
          if counters[level] < loop.length { break }
          counters[level] = 0
          a -= loop.left * loop.length
          b -= loop.right * loop.length
          c -= loop.result * loop.length
          level -= 1
        }
        if level < 0 { return }
      }
    }
  }

  private func run(
    _ loop: Loop, _ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>,
    _ c: UnsafeMutablePointer<Double>
  ) {
    if loop.result == 0 {
      var sum = 0.0
      for i in 0..<loop.length { sum += a[i * loop.left] * b[i * loop.right] }
      c[0] += sum
    } else {
      for i in 0..<loop.length { c[i * loop.result] += a[i * loop.left] * b[i * loop.right] }
    }
  }
}

/// The contraction that is a product of two matrices: the place for a tuned library.
private struct MatrixProduct {
  private let row: Contraction.Loop
  private let column: Contraction.Loop
  private let inner: Contraction.Loop

  /// Nil unless the loops are a row of the left, a column of the right and one that both share.
  init?(_ loops: [Contraction.Loop]) {
    guard loops.count == 3, let inner = loops.last, inner.result == 0, inner.left != 0,
      inner.right != 0, loops[0].result != 0, loops[1].result != 0,
      let row = loops.first(where: { $0.left != 0 && $0.right == 0 }),
      let column = loops.first(where: { $0.left == 0 && $0.right != 0 })
    else { return nil }
    self.row = row
    self.column = column
    self.inner = inner
  }

  /// The innermost loop runs along a row of the result and of the right factor.
  func add(
    _ left: UnsafePointer<Double>, _ right: UnsafePointer<Double>,
    to result: UnsafeMutablePointer<Double>
  ) {
    for i in 0..<row.length {
      let target = result + i * row.result
      for k in 0..<inner.length {
        let factor = left[i * row.left + k * inner.left]
        let source = right + k * inner.right
        if column.result == 1, column.right == 1 {
          for j in 0..<column.length { target[j] += factor * source[j] }
        } else {
          for j in 0..<column.length {
            target[j * column.result] += factor * source[j * column.right]
          }
        }
      }
    }
  }
}
