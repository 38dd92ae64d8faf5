import ChainGeometry

/// The state of one layout: flat lists that boxes refer to by ranges, all in em, y upwards.
///
/// A file a construct extends it; every `set…` puts its pieces at the origin and the caller moves
/// them where they go.
struct Typesetter {
  let font: MathFont
  private(set) var glyphs: [PlacedGlyph] = []
  private(set) var rules: [Rule] = []
  private(set) var assemblies: [[PlacedGlyph]] = []
  private(set) var missing: [Unicode.Scalar] = []

  init(font: MathFont) {
    self.font = font
  }

  mutating func typeset(_ formula: Formula, style: MathStyle) -> MathLayout {
    let box = set(formula, Style(level: style))
    return MathLayout(
      width: box.width, height: box.height, depth: box.depth, ink: ink(), glyphs: glyphs,
      rules: rules, assemblies: assemblies, text: linearText(formula), missing: missing)
  }

  mutating func set(_ formula: Formula, _ style: Style) -> Box {
    switch formula {
    case .symbol(let scalar, .largeOperator, .upright):
      setBigOperator(scalar, style)
    case .symbol(let scalar, let atomClass, let alphabet):
      setSymbol(scalar, alphabet, style, leans: atomClass == .ordinary)
    case .row(let items):
      setRow(items, style)
    case .number(let digits):
      setNumber(digits, style)
    case .function(let name):
      setWords(name, style)
    case .text(let words):
      setWords(words, style)
    case .scripts(let base, let sub, let sup):
      setScripts(base, sub: sub, sup: sup, style)
    case .fraction(let numerator, let denominator):
      setFraction(numerator, denominator, style)
    case .radical(let radicand, let degree):
      setRadical(radicand, degree: degree, style)
    case .fenced(let left, let body, let right):
      setFenced(left: left, body, right: right, style)
    case .matrix(let rows, let left, let right, let alignment):
      setMatrix(rows, left: left, right: right, alignment, style)
    case .bigOperator(let scalar, let lower, let upper):
      setBigOperator(scalar, lower: lower, upper: upper, style)
    case .accent(let mark, let base, let stretches):
      setAccent(mark, base, stretches: stretches, style)
    case .overbar(let body):
      setOverbar(body, style)
    case .underbar(let body):
      setUnderbar(body, style)
    case .overbrace(let body, let note):
      setOverbrace(body, note: note, style)
    case .underbrace(let body, let note):
      setUnderbrace(body, note: note, style)
    case .space(let mu):
      setSpace(mu: mu, style)
    case .styled(let level, let body):
      set(body, Style(level: level, cramped: style.cramped))
    case .classed(_, let body):
      set(body, style)
    }
  }

  /// Where the lists end now: a box made of what is added from here on begins with it.
  var mark: Pieces {
    Pieces(
      glyphs: glyphs.endIndex..<glyphs.endIndex, rules: rules.endIndex..<rules.endIndex,
      assemblies: assemblies.endIndex..<assemblies.endIndex)
  }

  /// All that was added since the mark.
  func pieces(since mark: Pieces) -> Pieces {
    Pieces(
      glyphs: mark.glyphs.lowerBound..<glyphs.endIndex,
      rules: mark.rules.lowerBound..<rules.endIndex,
      assemblies: mark.assemblies.lowerBound..<assemblies.endIndex)
  }

  mutating func move(_ box: Box, x: Double = 0, y: Double = 0) {
    guard x != 0 || y != 0 else { return }
    for index in box.pieces.glyphs {
      glyphs[index].x += x
      glyphs[index].y += y
    }
    for index in box.pieces.rules {
      rules[index].x += x
      rules[index].y += y
    }
    for index in box.pieces.assemblies {
      for part in assemblies[index].indices {
        assemblies[index][part].x += x
        assemblies[index][part].y += y
      }
    }
  }

  mutating func place(_ glyph: PlacedGlyph) { glyphs.append(glyph) }

  mutating func place(_ rule: Rule) { rules.append(rule) }

  mutating func place(_ assembly: [PlacedGlyph]) { assemblies.append(assembly) }

  mutating func report(missing scalar: Unicode.Scalar) {
    if !missing.contains(scalar) { missing.append(scalar) }
  }

  func scale(_ style: Style) -> Double { font.constants.scale(of: style.level) }

  /// A constant at the size of a style.
  func constant(_ constant: MathConstant, _ style: Style) -> Double {
    font.constants[constant] * scale(style)
  }

  func setSpace(mu: Double, _ style: Style) -> Box {
    Box(width: mu / 18 * scale(style), pieces: mark)
  }

  /// What glyphs and rules cover; an empty rectangle at the origin if there are none.
  private func ink() -> Rectangle {
    var bounds: Rectangle?
    func cover(_ part: Rectangle) {
      bounds = bounds?.union(part) ?? part
    }
    for glyph in glyphs { inkOf(glyph).map(cover) }
    for assembly in assemblies {
      for part in assembly { inkOf(part).map(cover) }
    }
    for rule in rules {
      cover(
        Rectangle(
          minX: rule.x, minY: rule.y, maxX: rule.x + rule.width, maxY: rule.y + rule.height))
    }
    return bounds ?? Rectangle(minX: 0, minY: 0, maxX: 0, maxY: 0)
  }

  /// Nil for a space.
  private func inkOf(_ placed: PlacedGlyph) -> Rectangle? {
    let metrics = font.metrics(of: placed.glyph)
    guard metrics.inkRight > metrics.inkLeft else { return nil }
    return Rectangle(
      minX: placed.x + metrics.inkLeft * placed.scale,
      minY: placed.y + metrics.inkBottom * placed.scale,
      maxX: placed.x + metrics.inkRight * placed.scale,
      maxY: placed.y + metrics.inkTop * placed.scale)
  }
}
