import CLAPACK

/// With fewer multiplications than this our own loops are done before a library is opened.
private let fewestForLibrary = 1_000_000

/// The contraction that is a product of two matrices; large ones are left to BLAS.
struct MatrixProduct {
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

  func add(
    _ left: UnsafePointer<Double>, _ right: UnsafePointer<Double>,
    to result: UnsafeMutablePointer<Double>
  ) {
    if !addByLibrary(left, right, to: result) { addByLoops(left, right, to: result) }
  }

  /// The innermost loop runs along a row of the result and of the right factor.
  private func addByLoops(
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

  /// False where the matrices are small, or lie in memory as BLAS has none.
  private func addByLibrary(
    _ left: UnsafePointer<Double>, _ right: UnsafePointer<Double>,
    to result: UnsafeMutablePointer<Double>
  ) -> Bool {
    guard row.length * column.length * inner.length >= fewestForLibrary,
      let leftStrides = strides((row.length, row.left), (inner.length, inner.left)),
      let rightStrides = strides((inner.length, inner.right), (column.length, column.right)),
      let resultStrides = strides((row.length, row.result), (column.length, column.result))
    else { return false }
    return chaingraph_blas_add_product(
      Int32(row.length), Int32(column.length), Int32(inner.length), left, leftStrides, right,
      rightStrides, result, resultStrides) == 0
  }
}

/// The contraction that is a large matrix times a vector.
struct MatrixImage {
  let loops: [Contraction.Loop]
  private let isMatrixLeft: Bool

  /// Nil unless the loops are a row and a column of a large matrix, and the vector has the columns.
  init?(_ loops: [Contraction.Loop]) {
    guard loops.count == 2, loops[0].length * loops[1].length >= fewestForLibrary,
      loops[0].result != 0, loops[1].result == 0, loops[1].left != 0, loops[1].right != 0,
      (loops[0].left == 0) != (loops[0].right == 0)
    else { return nil }
    self.loops = loops
    isMatrixLeft = loops[0].left != 0
  }

  /// False where there is no BLAS, or the matrix lies in memory as BLAS has none.
  func add(
    _ left: UnsafePointer<Double>, _ right: UnsafePointer<Double>,
    to result: UnsafeMutablePointer<Double>
  ) -> Bool {
    let (row, column) = (loops[0], loops[1])
    let matrix = isMatrixLeft ? (row.left, column.left) : (row.right, column.right)
    guard let strides = strides((row.length, matrix.0), (column.length, matrix.1)) else {
      return false
    }
    return chaingraph_blas_add_image(
      Int32(row.length), Int32(column.length), isMatrixLeft ? left : right, strides,
      isMatrixLeft ? right : left, Int32(isMatrixLeft ? column.right : column.left), result,
      Int32(row.result)) == 0
  }
}

/// A matrix whose rows or columns are contiguous and do not overlap; nil for any other.
private func strides(
  _ row: (length: Int, stride: Int), _ column: (length: Int, stride: Int)
) -> chaingraph_strides? {
  let lengths = [row.length, column.length, row.stride, column.stride]
  guard lengths.allSatisfy({ $0 > 0 && $0 <= Int(Int32.max) }),
    row.stride == 1
      ? column.stride >= row.length : column.stride == 1 && row.stride >= column.length
  else { return nil }
  return chaingraph_strides(row: Int32(row.stride), column: Int32(column.stride))
}
