import ExpressionGraph

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

typealias Entries = UnsafeBufferPointer<Double>

/// The scalar that a reduction makes of all entries.
func value(of reduction: Reduction, over x: Entries) -> Double {
  switch reduction {
  case .norm1: x.reduce(0) { $0 + $1.magnitude }
  case .norm2: euclideanNorm(x)
  case .norminf: x.reduce(0) { value(of: .max, at: $0, $1.magnitude) }
  case .logsumexp: logSumExp(x)
  case .prod: x.reduce(1, *)
  case .max: x.reduce(-.infinity) { value(of: .max, at: $0, $1) }
  case .min: x.reduce(.infinity) { value(of: .min, at: $0, $1) }
  }
}

/// Writes a vector function's entries.
func evaluate(
  _ function: VectorFunction, of x: Entries, into result: UnsafeMutableBufferPointer<Double>
) {
  switch function {
  case .softmax:
    let largest = value(of: .max, over: x)
    var sum = 0.0
    for i in x.indices {
      result[i] = exp(x[i] - largest)
      sum += result[i]
    }
    for i in x.indices { result[i] /= sum }
  case .logsoftmax:
    let largest = value(of: .max, over: x)
    let sum = log(x.reduce(0) { $0 + exp($1 - largest) })
    for i in x.indices { result[i] = (x[i] - largest) - sum }
  case .firstMaximum: markFirst(in: x, result) { $0 > $1 }
  case .firstMinimum: markFirst(in: x, result) { $0 < $1 }
  }
}

/// The square root of the sum of squares, scaled by a power of two where squares would leave the
/// range of doubles.
func euclideanNorm(_ x: Entries) -> Double {
  let plain = x.reduce(0) { $0 + $1 * $1 }
  if plain > 1e-290, plain < 1e300 { return plain.squareRoot() }
  let largest = x.reduce(0) { value(of: .max, at: $0, $1.magnitude) }
  guard largest > 0, largest.isFinite else { return largest }
  let scale = Double(sign: .plus, exponent: largest.exponent, significand: 1)
  return scale * x.reduce(0) { $0 + ($1 / scale) * ($1 / scale) }.squareRoot()
}

/// The logarithm of Σ eˣ, as max + log Σ e^(x − max).
private func logSumExp(_ x: Entries) -> Double {
  let largest = value(of: .max, over: x)
  guard largest.isFinite else { return largest }
  return largest + log(x.reduce(0) { $0 + exp($1 - largest) })
}

/// The position of the first entry that no other beats.
func firstBest(in x: Entries, _ beats: (Double, Double) -> Bool) -> Int {
  var best = 0
  for i in x.indices where beats(x[i], x[best]) { best = i }
  return best
}

private func markFirst(
  in x: Entries, _ result: UnsafeMutableBufferPointer<Double>, _ beats: (Double, Double) -> Bool
) {
  guard !x.isEmpty else { return }
  result.update(repeating: 0)
  result[firstBest(in: x, beats)] = 1
}
