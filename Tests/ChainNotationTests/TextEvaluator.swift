import Foundation

/// Reads and evaluates text of the language's plain subset, by its own grammar: independent of
/// what is tested.
struct TextEvaluator {
  private let tokens: [String]
  private var place = 0
  private let values: [String: TensorValue]
  private let sizes: [String: Int]

  static func value(
    of text: String, values: [String: TensorValue], sizes: [String: Int] = [:]
  ) throws -> TensorValue {
    var reader = TextEvaluator(tokens: tokenize(text), values: values, sizes: sizes)
    let value = try reader.sum()
    guard reader.place == reader.tokens.count else { throw TextError.unexpected(reader.next) }
    return value
  }

  private init(tokens: [String], values: [String: TensorValue], sizes: [String: Int]) {
    self.tokens = tokens
    self.values = values
    self.sizes = sizes
  }

  private static func tokenize(_ text: String) -> [String] {
    let pattern =
      /"[^"]*"|[0-9]+(\.[0-9]+)?(e[-+]?[0-9]+)?|[A-Za-z_][A-Za-z_0-9]*|\.[*\/^]|[<>=!]=|./
    return text.matches(of: pattern).map { String($0.0) }.filter { $0 != " " }
  }

  private var next: String { place < tokens.count ? tokens[place] : "" }

  private mutating func take(_ token: String) -> Bool {
    guard next == token else { return false }
    place += 1
    return true
  }

  private mutating func expect(_ token: String) throws {
    guard take(token) else { throw TextError.unexpected(next) }
  }

  private mutating func sum() throws -> TensorValue {
    var value = try product()
    while true {
      if take("+") {
        value = try value.combine(product(), +)
      } else if take("-") {
        value = try value.combine(product(), -)
      } else {
        return value
      }
    }
  }

  private mutating func product() throws -> TensorValue {
    var value = try negation()
    while true {
      if take("*") {
        value = try multiply(value, negation())
      } else if take("/") {
        let divisor = try negation()
        guard divisor.isScalar else { throw TextError.shape }
        value = try value.combine(divisor, /)
      } else if take(".*") {
        value = try value.combine(negation(), *)
      } else if take("./") {
        value = try value.combine(negation(), /)
      } else {
        return value
      }
    }
  }

  private mutating func negation() throws -> TensorValue {
    if take("-") { return try negation().map { -$0 } }
    return try power()
  }

  private mutating func power() throws -> TensorValue {
    var value = try atom()
    while true {
      if take("'") {
        value = transpose(value)
      } else if take("^") {
        let exponent = try atom()
        value = try raised(value, to: exponent.scalar)
      } else if take(".^") {
        value = try value.combine(atom()) { pow($0, $1) }
      } else if take("[") {
        value = try part(of: value)
      } else {
        return value
      }
    }
  }

  private func raised(_ base: TensorValue, to exponent: Double) throws -> TensorValue {
    if base.isScalar { return TensorValue(pow(base.scalar, exponent)) }
    guard base.lengths.count == 2, exponent >= 1, exponent == exponent.rounded() else {
      throw TextError.shape
    }
    return try (1..<Int(exponent)).reduce(base) { power, _ in try multiply(power, base) }
  }

  private mutating func atom() throws -> TensorValue {
    let token = next
    place += 1
    if token == "(" {
      let value = try sum()
      try expect(")")
      return value
    }
    if token == "[" { return try literal() }
    if let number = Double(token) { return TensorValue(number) }
    if take("(") { return try call(token) }
    if let value = values[token] { return value }
    if token == "pi" { return TensorValue(.pi) }
    if let size = sizes[token] { return TensorValue(Double(size)) }
    throw TextError.unknown(token)
  }

  private func transpose(_ value: TensorValue) -> TensorValue {
    var result = value
    if value.lengths.count == 1 { result.isRow.toggle() }
    guard value.lengths.count == 2 else { return result }
    return TensorValue([value.lengths[1], value.lengths[0]]) { value[[$0[1], $0[0]]] }
  }

  /// The product of scalars, rows, columns and matrices.
  private func multiply(_ a: TensorValue, _ b: TensorValue) throws -> TensorValue {
    if a.isScalar || b.isScalar { return try a.combine(b, *) }
    func sides(_ value: TensorValue) -> [Int] {
      value.lengths.count == 2
        ? value.lengths : value.isRow ? [1] + value.lengths : value.lengths + [1]
    }
    let (left, right) = (sides(a), sides(b))
    guard a.lengths.count <= 2, b.lengths.count <= 2, left[1] == right[0] else {
      throw TextError.shape
    }
    let product = TensorValue([left[0], right[1]]) { position in
      (0..<left[1]).reduce(0) { sum, inner in
        sum + a.data[position[0] * left[1] + inner] * b.data[inner * right[1] + position[1]]
      }
    }
    let isColumn = b.lengths.count == 1 && !b.isRow
    let isRow = a.lengths.count == 1 && a.isRow
    var result = product
    if isRow && isColumn { return TensorValue(product.data[0]) }
    if isColumn { result.lengths = [left[0]] }
    if isRow { (result.lengths, result.isRow) = ([right[1]], true) }
    return result
  }

  /// Scalars, or blocks beside and below one another.
  private mutating func literal() throws -> TensorValue {
    var rows: [[Double]] = []
    repeat {
      var band: [[Double]] = []
      repeat {
        let lines = try sum().lines
        band = band.isEmpty ? lines : zip(band, lines).map { $0 + $1 }
      } while take(",")
      rows += band
    } while take(";")
    try expect("]")
    let width = rows[0].count
    var value = TensorValue([rows.count, width]) { rows[$0[0]][$0[1]] }
    if width == 1 { value.lengths = [rows.count] }
    if rows.count == 1, width > 1 { (value.lengths, value.isRow) = ([width], true) }
    return value
  }

  /// Entries, ranges and whole axes; `X[1, :]` is a row.
  private mutating func part(of value: TensorValue) throws -> TensorValue {
    var lists: [(places: [Int], isEntry: Bool)] = []
    repeat {
      let length = value.lengths[lists.count]
      if take(":") {
        lists.append((Array(0..<length), false))
        continue
      }
      let first = Int(try sum().scalar)
      if take(":") {
        lists.append((Array(first - 1..<Int(try sum().scalar)), false))
      } else {
        lists.append(([first - 1], true))
      }
    } while take(",")
    try expect("]")
    let kept = lists.indices.filter { !lists[$0].isEntry }
    var result = TensorValue(kept.map { lists[$0].places.count }) { position in
      var source = lists.map { $0.places[0] }
      for (axis, offset) in zip(kept, position) { source[axis] = lists[axis].places[offset] }
      return value[source]
    }
    result.isRow = lists.count == 2 && kept == [1]
    return result
  }
}

extension TextEvaluator {
  private mutating func call(_ name: String) throws -> TensorValue {
    if name == "einsum" { return try einsum() }
    if name == "cases" { return try cases() }
    var arguments: [TensorValue] = []
    repeat { arguments.append(try sum()) } while take(",")
    try expect(")")
    let first = arguments[0]
    let lengths = arguments.map { Int($0.data[0]) }
    switch name {
    case "ones": return TensorValue(lengths) { _ in 1 }
    case "zeros": return TensorValue(lengths) { _ in 0 }
    case "eye": return TensorValue([lengths[0], lengths[0]]) { $0[0] == $0[1] ? 1 : 0 }
    case "onehot": return TensorValue([lengths[1]]) { $0[0] == lengths[0] - 1 ? 1 : 0 }
    case "kron": return first.kronecker(arguments[1])
    case "K_": return .commutation(lengths[0], lengths[1])
    case "vec": return first.stacked
    case "atan2": return try first.combine(arguments[1]) { atan2($0, $1) }
    case "max" where arguments.count == 2: return try first.combine(arguments[1]) { max($0, $1) }
    case "min" where arguments.count == 2: return try first.combine(arguments[1]) { min($0, $1) }
    default: break
    }
    if let function = entrywiseFunctions[name] { return first.map(function) }
    return try reduce(name, first)
  }

  private func reduce(_ name: String, _ value: TensorValue) throws -> TensorValue {
    let data = value.data
    let total = data.reduce(0, +)
    switch name {
    case "sum": return TensorValue(total)
    case "mean": return TensorValue(total / Double(data.count))
    case "prod": return TensorValue(data.reduce(1, *))
    case "max": return TensorValue(data.max() ?? 0)
    case "min": return TensorValue(data.min() ?? 0)
    case "norm1": return TensorValue(data.map(abs).reduce(0, +))
    case "norm2", "normF": return TensorValue(data.map { $0 * $0 }.reduce(0, +).squareRoot())
    case "logsumexp": return TensorValue(log(data.map { exp($0) }.reduce(0, +)))
    case "softmax":
      let whole = data.map { exp($0) }.reduce(0, +)
      return value.map { exp($0) / whole }
    case "tr": return TensorValue((0..<value.lengths[0]).reduce(0) { $0 + value[[$1, $1]] })
    case "diag" where value.lengths.count == 2:
      return TensorValue([value.lengths[0]]) { value[[$0[0], $0[0]]] }
    case "diag":
      return TensorValue([data.count, data.count]) { $0[0] == $0[1] ? data[$0[0]] : 0 }
    default: throw TextError.unknown(name)
    }
  }

  private mutating func einsum() throws -> TensorValue {
    let sides = next.filter { $0 != "\"" }.components(separatedBy: "->")
    place += 1
    var letters: [Character] = []
    var factors: [(labels: [Int], value: TensorValue, exponent: Double)] = []
    func labels(_ text: some StringProtocol) -> [Int] {
      text.map { letter in
        if !letters.contains(letter) { letters.append(letter) }
        return letters.firstIndex(of: letter) ?? 0
      }
    }
    for input in sides[0].split(separator: ",") {
      try expect(",")
      factors.append((labels(input), try sum(), 1))
    }
    try expect(")")
    var extents = Array(repeating: 1, count: letters.count)
    for factor in factors {
      guard factor.labels.count == factor.value.lengths.count else { throw TextError.shape }
      for (label, length) in zip(factor.labels, factor.value.lengths) { extents[label] = length }
    }
    guard Set(sides[1]).count == sides[1].count, sides[1].allSatisfy(letters.contains) else {
      throw TextError.unexpected(sides[1])
    }
    return .product(factors, output: labels(sides[1]), extents: extents)
  }

  private mutating func cases() throws -> TensorValue {
    var chosen: TensorValue?
    while true {
      let left = try sum()
      let comparison = next
      guard ["<", "<=", ">", ">=", "==", "!="].contains(comparison) else {
        try expect(")")
        return chosen ?? left
      }
      place += 1
      let right = try sum().scalar
      try expect(",")
      let value = try sum()
      try expect(",")
      if chosen == nil, holds(left.scalar, comparison, right) { chosen = value }
    }
  }

  private func holds(_ a: Double, _ comparison: String, _ b: Double) -> Bool {
    switch comparison {
    case "<": a < b
    case "<=": a <= b
    case ">": a > b
    case ">=": a >= b
    case "==": a == b
    default: a != b
    }
  }
}
