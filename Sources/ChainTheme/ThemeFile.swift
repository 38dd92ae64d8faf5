import ChainDiagnostics
import ChainScene

/// What is wrong with a theme file.
package struct ThemeError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Counted from 1.
  package let line: Int
  package let message: String

  package init(line: Int, message: String) {
    self.line = line
    self.message = message
  }

  package var description: String { "line \(line): \(message)" }
}

extension Theme {
  /// Reads a theme from YAML: a mapping with the keys of `ThemeKey`, each of which may be left out.
  ///
  /// Colours are `"#rrggbb"`. What is left out is the base's, which is `light` unless `base` says
  /// otherwise. Text of too little contrast is an error, as is a key that no theme has.
  package init(yaml bytes: [UInt8]) throws(ThemeError) {
    guard let document = try YAMLValue.read(bytes) else {
      throw ThemeError(line: 1, message: "the theme is empty")
    }
    guard case .mapping(let entries, _) = document else {
      throw ThemeError(line: document.line, message: "expected lines `key: value`")
    }
    var theme = Theme.light
    for entry in entries where entry.key == ThemeKey.base.rawValue {
      theme = try Theme.base(entry.value)
    }
    for entry in entries {
      guard let key = ThemeKey(rawValue: entry.key) else { throw .unknown(entry.key, entry.line) }
      try theme.set(key, to: entry.value)
    }
    if let faint = theme.textPairs.first(where: { $0.contrast < Theme.leastContrast }) {
      let contrast = (10 * faint.contrast).rounded(.down) / 10
      throw ThemeError(
        line: entries.first { $0.key == faint.text || $0.key == faint.under }?.line ?? 1,
        message: "`\(faint.text)` on `\(faint.under)` has a contrast of \(contrast) : 1, "
          + "text needs \(Theme.leastContrast) : 1")
    }
    self = theme
  }

  private static func base(_ value: YAMLValue) throws(ThemeError) -> Theme {
    guard case .scalar(let name, let line) = value else {
      throw ThemeError(line: value.line, message: "`base` is one word")
    }
    guard let base = ThemeName(rawValue: name), base != .auto else {
      throw ThemeError(line: line, message: "`\(name)` is no base: expected light, dark or print")
    }
    return base.theme
  }

  private mutating func set(_ key: ThemeKey, to value: YAMLValue) throws(ThemeError) {
    switch key {
    case .base: break
    case .background: background = try value.color(key)
    case .text: text = try value.color(key)
    case .muted: muted = try value.color(key)
    case .value: self.value = try value.color(key)
    case .derivative: derivative = try value.color(key)
    case .inputFill: inputFill = try value.color(key)
    case .inputLine: inputLine = try value.color(key)
    case .outputFill: outputFill = try value.color(key)
    case .onPath: onPath = try value.color(key)
    case .paths:
      paths = try value.items(key, 1...8) { item throws(ThemeError) in
        try item.color(key)
      }
    case .dashes:
      dashes = try value.items(key, 1...8) { item throws(ThemeError) in
        try item.items(key, 0...8) { length throws(ThemeError) in
          try length.number(key, 0.1...100)
        }
      }
    case .lineWeight: lineWeight = try value.number(key, 0.5...3)
    }
  }
}

/// The keys of a theme file.
package enum ThemeKey: String, Hashable, Sendable, CaseIterable {
  /// The theme that gives what is left out.
  case base
  case background, text, muted, value, derivative
  case inputFill = "input-fill"
  case inputLine = "input-line"
  case outputFill = "output-fill"
  case onPath = "on-path"
  /// A list of colours, one a numbered path.
  case paths
  /// A list of lists of lengths in line widths, one a numbered path; an empty one is a solid line.
  case dashes
  case lineWeight = "line-weight"
}

extension ThemeError {
  static func unknown(_ key: String, _ line: Int) -> ThemeError {
    let known = ThemeKey.allCases.map(\.rawValue)
    let mend =
      nearest(to: key, among: known).map { "replace it with `\($0)`" }
      ?? "keys are " + known.joined(separator: ", ")
    return ThemeError(line: line, message: "`\(key)` is no key of a theme: \(mend)")
  }
}

extension YAMLValue {
  func color(_ key: ThemeKey) throws(ThemeError) -> Color {
    guard case .scalar(let text, _) = self else {
      throw ThemeError(line: line, message: "`\(key.rawValue)` is one colour")
    }
    let digits = text.dropFirst()
    guard text.first == "#", digits.count == 6, let hex = UInt32(digits, radix: 16) else {
      throw ThemeError(line: line, message: "`\(text)` is no colour: expected \"#rrggbb\"")
    }
    return Color(hex: hex)
  }

  func number(_ key: ThemeKey, _ range: ClosedRange<Double>) throws(ThemeError) -> Double {
    guard case .scalar(let text, _) = self, let number = Double(text), range.contains(number)
    else {
      throw ThemeError(
        line: line,
        message: "`\(key.rawValue)` takes numbers from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  func items<Item>(
    _ key: ThemeKey, _ count: ClosedRange<Int>, _ read: (YAMLValue) throws(ThemeError) -> Item
  ) throws(ThemeError) -> [Item] {
    guard case .sequence(let values, _) = self, count.contains(values.count) else {
      throw ThemeError(
        line: line,
        message: "`\(key.rawValue)` takes lists of \(count.lowerBound) to \(count.upperBound)")
    }
    var items: [Item] = []
    for value in values { items.append(try read(value)) }
    return items
  }
}
