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
    case image(MatrixImage)
  }

  private let form: Form

  /// The loops in order of nesting, outermost first; those that the result lacks come last.
  init(loops: [Loop]) {
    let loops = loops.filter { $0.length != 1 }
    form =
      MatrixProduct(loops).map(Form.matrixProduct) ?? MatrixImage(loops).map(Form.image)
      ?? .loops(loops)
  }

  /// Adds the product to the result.
  func add(
    _ left: UnsafePointer<Double>, _ right: UnsafePointer<Double>,
    to result: UnsafeMutablePointer<Double>
  ) {
    switch form {
    case .loops(let loops): add(left, right, to: result, loops)
    case .matrixProduct(let product): product.add(left, right, to: result)
    case .image(let image):
      if !image.add(left, right, to: result) { add(left, right, to: result, image.loops) }
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
