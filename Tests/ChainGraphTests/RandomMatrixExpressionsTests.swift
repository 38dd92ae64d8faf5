import ChainGraph
import Testing

/// Expressions of vectors and matrices from fixed seeds; all lengths are different, so that no
/// transpose can hide.
private struct MatrixExpressionSource {
  private var state: UInt64
  /// Whether parts are joined, cut out and rearranged too.
  private let hasBlocks: Bool
  private let lengths = ["m", "n", "p"]

  static let declarations = """
    s : R
    a : R^m
    b : R^n
    c : R^p
    A : R^{m x n}
    B : R^{n x p}
    C : R^{m x p}
    S : R^{n x n} symmetric
    """
  static let inputs = ["s", "a", "b", "c", "A", "B", "C", "S"]
  static let sizes = "where m = 2, n = 3, p = 4"
  static let point = """
    at s = 0.6, a = [0.3; -0.8], b = [0.5; 0.9; -0.4], c = [0.2; -0.7; 0.4; 0.1]
    at A = [0.4, -0.6, 0.3; 0.8, 0.1, -0.5], B = [0.2, 0.7, -0.1, 0.5; 0.3, -0.4, 0.6, 0.9; -0.8, 0.2, 0.1, 0.4]
    at C = [0.3, 0.5, -0.2, 0.7; -0.6, 0.1, 0.8, 0.2], S = [0.9, 0.2, -0.3; 0.2, 0.6, 0.1; -0.3, 0.1, 0.8]
    """

  init(seed: UInt64, hasBlocks: Bool = false) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    self.hasBlocks = hasBlocks
  }

  private mutating func next(_ count: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int((state >> 20) % UInt64(count))
  }

  private mutating func length() -> String { lengths[next(lengths.count)] }

  private mutating func function() -> String {
    ["sin", "tanh", "exp", "sigmoid", "softplus", "atan"][next(6)]
  }

  mutating func expression(depth: Int) -> String {
    switch next(3) {
    case 0: scalar(depth)
    case 1: vector(length(), depth)
    default: matrix(length(), length(), depth)
    }
  }

  private mutating func scalar(_ depth: Int) -> String {
    guard depth > 0 else { return next(4) == 0 ? "0.7" : "s" }
    let (r, q) = (length(), length())
    let d = depth - 1
    if hasBlocks, next(2) == 0 { return scalarOfBlocks(r, q, d) }
    switch next(11) {
    case 0: return "(\(vector(r, d)))'*(\(vector(r, d)))"
    case 1: return "(\(vector(r, d)))'*(\(matrix(r, q, d)))*(\(vector(q, d)))"
    case 2: return "tr(\(matrix(r, r, d)))"
    case 3: return "sum((\(matrix(r, q, d))).^2)"
    case 4: return "logdet(2*eye(\(r)) + (\(matrix(r, q, d)))*(\(matrix(r, q, 0)))' * 0.1)"
    case 5: return "norm2(\(vector(r, d)))^2"
    case 6: return "(\(scalar(d)))/(2 + (\(scalar(d)))^2)"
    case 7: return "\(function())(\(scalar(d)))"
    case 8: return "(\(scalar(d)))*(\(scalar(d))) - \(scalar(d))"
    case 9: return "logsumexp(\(vector(r, d)))"
    default: return "mean(\(vector(r, d)))"
    }
  }

  private mutating func vector(_ r: String, _ depth: Int) -> String {
    guard depth > 0 else { return ["m": "a", "n": "b", "p": "c"][r] ?? "a" }
    let (q, d) = (length(), depth - 1)
    if hasBlocks, next(2) == 0 { return vectorOfBlocks(r, q, d) }
    switch next(10) {
    case 0, 1: return "(\(matrix(r, q, d)))*(\(vector(q, d)))"
    case 2: return "(\(scalar(d)))*(\(vector(r, d)))"
    case 3: return "(\(vector(r, d)) - \(vector(r, d)))"
    case 4: return "(\(vector(r, d))).*(\(vector(r, d)))"
    case 5: return "\(function())(\(vector(r, d)))"
    case 6: return "softmax(\(vector(r, d)))"
    case 7: return "solve(3*eye(\(r)) + 0.1*(\(matrix(r, r, d))), \(vector(r, d)))"
    case 8: return "sum(\(matrix(r, q, d)), axis=2)"
    default: return "(\(vector(r, d)) + \(scalar(d)))"
    }
  }

  private mutating func matrix(_ r: String, _ q: String, _ depth: Int) -> String {
    guard depth > 0 else { return leaf(r, q) }
    let (k, d) = (length(), depth - 1)
    if hasBlocks, next(2) == 0 { return matrixOfBlocks(r, q, k, d) }
    switch next(9) {
    case 0, 1: return "(\(matrix(r, k, d)))*(\(matrix(k, q, d)))"
    case 2: return "(\(matrix(q, r, d)))'"
    case 3: return "(\(scalar(d)))*(\(matrix(r, q, d)))"
    case 4: return "(\(matrix(r, q, d)) + \(matrix(r, q, d)))"
    case 5: return "(\(matrix(r, q, d))).*(\(matrix(r, q, d)))"
    case 6: return "(\(vector(r, d)))*(\(vector(q, d)))'"
    case 7: return "\(function())(\(matrix(r, q, d)))"
    default: return "inv(3*eye(\(r)) + 0.1*(\(matrix(r, r, d))))*(\(matrix(r, q, d)))"
    }
  }

  private mutating func scalarOfBlocks(_ r: String, _ q: String, _ d: Int) -> String {
    switch next(5) {
    case 0: return "norm2([\(vector(r, d)); \(vector(q, d))])^2"
    case 1: return "[\(vector(r, d)); \(vector(q, d))]'*[\(vector(r, d)); \(vector(q, d))]"
    case 2: return "sum(kron(\(vector(r, d)), \(vector(q, d))).^2)"
    case 3: return "(\(vector(r, d)))[1]*(\(vector(q, d)))[2]"
    default: return "sum(([\(matrix(r, q, d)), \(vector(r, d))]).^2)"
    }
  }

  private mutating func vectorOfBlocks(_ r: String, _ q: String, _ d: Int) -> String {
    switch next(6) {
    case 0: return "([\(vector(r, d)); \(vector(q, d))])[1:\(r)]"
    case 1: return "([\(vector(q, d)); \(vector(r, d))])[\(q)+1:\(q)+\(r)]"
    case 2: return "(\(matrix(r, q, d)))[:, 2]"
    case 3: return "diag(\(matrix(r, r, d)))"
    case 4: return "[\(matrix(r, q, d)), \(matrix(r, r, d))]*[\(vector(q, d)); \(vector(r, d))]"
    default: return "(\(matrix(q, r, d)))'*softmax(\(vector(q, d)))"
    }
  }

  private mutating func matrixOfBlocks(
    _ r: String, _ q: String, _ k: String, _ d: Int
  ) -> String {
    switch next(6) {
    case 0: return "([\(matrix(r, q, d)); \(matrix(k, q, d))])[1:\(r), :]"
    case 1: return "([\(matrix(r, k, d)), \(matrix(r, q, d))])[:, \(k)+1:\(k)+\(q)]"
    case 2: return "reshape(vec(\(matrix(r, q, d))), [\(r), \(q)])"
    case 3: return "diag(\(vector(r, d)))*(\(matrix(r, q, d)))"
    case 4:
      return "[\(matrix(r, k, d)), \(vector(r, d))]*[\(matrix(k, q, d)); (\(vector(q, d)))']"
    default: return "kron(\(vector(r, d)), (\(vector(q, d)))')"
    }
  }

  private func leaf(_ r: String, _ q: String) -> String {
    let known = ["mn": "A", "np": "B", "mp": "C", "nn": "S"]
    if let name = known[r + q] { return name }
    if let name = known[q + r] { return name + "'" }
    return r == "m" ? "A*A'" : "B'*B"
  }
}

/// Of random functions of vectors and matrices every derivative agrees with central differences,
/// and its text, read again, says the same numbers.
@Suite struct RandomMatrixExpressionsTests {
  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func derivativesAreRightAndReadable(_ seed: UInt64) throws {
    try check(MatrixExpressionSource(seed: seed), seed)
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func derivativesOfBlocksAreRightAndReadable(_ seed: UInt64) throws {
    try check(MatrixExpressionSource(seed: seed, hasBlocks: true), seed)
  }

  private func check(_ source: MatrixExpressionSource, _ seed: UInt64) throws {
    var source = source
    let expression = source.expression(depth: 2 + Int(seed % 2))
    let names = expression.split { !$0.isLetter }.map(String.init)
    let input = MatrixExpressionSource.inputs.filter(names.contains)
    guard !input.isEmpty else { return }
    let by = input[Int(seed) % input.count]
    let lines = [
      MatrixExpressionSource.declarations, MatrixExpressionSource.sizes,
      MatrixExpressionSource.point,
    ]
    let document = Document((lines + ["d(\(expression))/d\(by)", ""]).joined(separator: "\n"))
    #expect(!document.hasErrors, "\(expression): \(document.report(style: .short))")
    let derivative = try #require(document.figures.first?.derivatives.first, "\(expression)")
    #expect(derivative.isChecked, "d(\(expression))/d\(by)")
    let bindings = derivative.bindings.map { "\($0.name) = \($0.expression)" }
    let again = ["again = \(derivative.expression)", "d again / d \(by)", ""]
    let text = (["set detail functions"] + lines + bindings + again).joined(separator: "\n")
    let reread = Document(text)
    #expect(!reread.hasErrors, "\(derivative.expression): \(reread.report(style: .short))")
    let value = try Report(reread).figures.first?.value(ofNode: "again")
    let want = try #require(derivative.value, "\(expression)")
    let spread =
      value?.count == 1 ? value.map { Array(repeating: $0[0], count: want.count) } : value
    #expect(
      agree(spread, want, 1e-9), "d(\(expression))/d\(by) = \(derivative.expression)")
  }
}
