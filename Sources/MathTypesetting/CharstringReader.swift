import ChainGeometry

/// Draws a glyph's program, as Adobe's Technical Note 5177 describes it, without its hints.
struct CharstringReader {
  let globalSubroutines: CompactIndex
  let localSubroutines: CompactIndex
  var pen: GlyphPen
  private var stack: [Double] = []
  private var hintCount = 0
  private var isEnded = false
  /// Programs that call themselves without end are cut off.
  private var budget = 100_000

  init(globalSubroutines: CompactIndex, localSubroutines: CompactIndex, pen: GlyphPen) {
    self.globalSubroutines = globalSubroutines
    self.localSubroutines = localSubroutines
    self.pen = pen
    stack.reserveCapacity(48)
  }

  mutating func run(_ program: FontTable, depth: Int = 0) {
    var place = 0
    while place < program.count, !isEnded {
      budget -= 1
      guard budget > 0, stack.count < 513 else { return }
      let byte = program.u8(place)
      place += 1
      switch byte {
      case 28:
        stack.append(Double(program.i16(place)))
        place += 2
      case 32...246: stack.append(Double(byte - 139))
      case 247...250:
        stack.append(Double((byte - 247) * 256 + program.u8(place) + 108))
        place += 1
      case 251...254:
        stack.append(Double(-(byte - 251) * 256 - program.u8(place) - 108))
        place += 1
      case 255:
        // A fraction of 16 bits after the point.
        stack.append(Double(Int32(truncatingIfNeeded: program.u32(place))) / 65536)
        place += 4
      case 19, 20:
        // A mask has a bit a hint; numbers that no hint has taken are hints of vertical stems.
        hintCount += stack.count / 2
        stack.removeAll(keepingCapacity: true)
        place += (hintCount + 7) / 8
      case 12:
        flex(program.u8(place))
        place += 1
        stack.removeAll(keepingCapacity: true)
      case 10: call(localSubroutines, depth)
      case 29: call(globalSubroutines, depth)
      case 11: return
      default:
        execute(byte)
        stack.removeAll(keepingCapacity: true)
      }
    }
  }

  private mutating func call(_ subroutines: CompactIndex, _ depth: Int) {
    guard let number = stack.popLast(), depth < 10 else { return isEnded = true }
    // Numbers are stored less this, so that the common ones are short.
    let bias = subroutines.count < 1240 ? 107 : subroutines.count < 33_900 ? 1131 : 32_768
    run(subroutines[Int(number) + bias], depth: depth + 1)
  }

  private mutating func execute(_ code: Int) {
    switch code {
    case 1, 3, 18, 23: hintCount += stack.count / 2
    // Numbers before the first move's own are the glyph's width.
    case 4: pen.move(to: pen.current + Point(x: 0, y: stack.last ?? 0))
    case 22: pen.move(to: pen.current + Point(x: stack.last ?? 0, y: 0))
    case 21:
      guard stack.count >= 2 else { return }
      pen.move(to: pen.current + Point(x: stack[stack.count - 2], y: stack[stack.count - 1]))
    case 5: lines(upTo: stack.count)
    case 6: alternateLines(isHorizontal: true)
    case 7: alternateLines(isHorizontal: false)
    case 8: curves(from: 0, upTo: stack.count)
    case 24:
      let end = curves(from: 0, upTo: stack.count - 2)
      lines(from: end, upTo: stack.count)
    case 25:
      let end = lines(upTo: stack.count - 6)
      curves(from: end, upTo: stack.count)
    case 26: parallelCurves(isHorizontal: false)
    case 27: parallelCurves(isHorizontal: true)
    case 30: alternateCurves(isHorizontal: false)
    case 31: alternateCurves(isHorizontal: true)
    case 14: isEnded = true
    default: break
    }
  }
}

// MARK: Lines and curves

extension CharstringReader {
  private mutating func line(_ x: Double, _ y: Double) {
    pen.line(to: pen.current + Point(x: x, y: y))
  }

  private mutating func curve(
    _ ax: Double, _ ay: Double, _ bx: Double, _ by: Double, _ cx: Double, _ cy: Double
  ) {
    let a = pen.current + Point(x: ax, y: ay)
    let b = a + Point(x: bx, y: by)
    pen.cubic(a, b, to: b + Point(x: cx, y: cy))
  }

  @discardableResult
  private mutating func lines(from start: Int = 0, upTo end: Int) -> Int {
    var place = start
    while place + 2 <= end {
      line(stack[place], stack[place + 1])
      place += 2
    }
    return place
  }

  private mutating func alternateLines(isHorizontal: Bool) {
    for (index, length) in stack.enumerated() {
      if (index % 2 == 0) == isHorizontal { line(length, 0) } else { line(0, length) }
    }
  }

  @discardableResult
  private mutating func curves(from start: Int, upTo end: Int) -> Int {
    var place = start
    while place + 6 <= end {
      curve(
        stack[place], stack[place + 1], stack[place + 2], stack[place + 3], stack[place + 4],
        stack[place + 5])
      place += 6
    }
    return place
  }

  /// Curves that begin and end in one direction; a number before the first turns its beginning.
  private mutating func parallelCurves(isHorizontal: Bool) {
    var place = stack.count % 4 == 0 ? 0 : 1
    var turn = place == 1 ? stack[0] : 0
    while place + 4 <= stack.count {
      let (a, bx, by, c) = (stack[place], stack[place + 1], stack[place + 2], stack[place + 3])
      if isHorizontal { curve(a, turn, bx, by, c, 0) } else { curve(turn, a, bx, by, 0, c) }
      turn = 0
      place += 4
    }
  }

  /// Curves that begin in one direction and end in the other, in turn; a number after the last turns
  /// its end.
  private mutating func alternateCurves(isHorizontal: Bool) {
    var place = 0
    var isHorizontal = isHorizontal
    while place + 4 <= stack.count {
      let (a, bx, by, c) = (stack[place], stack[place + 1], stack[place + 2], stack[place + 3])
      let turn = stack.count - place == 5 ? stack[place + 4] : 0
      if isHorizontal { curve(a, 0, bx, by, turn, c) } else { curve(0, a, bx, by, c, turn) }
      isHorizontal.toggle()
      place += 4
    }
  }

  /// Two curves that small sizes may show as a line.
  private mutating func flex(_ code: Int) {
    let s = stack
    switch code {
    case 34 where s.count >= 7:
      curve(s[0], 0, s[1], s[2], s[3], 0)
      curve(s[4], 0, s[5], -s[2], s[6], 0)
    case 35 where s.count >= 12: curves(from: 0, upTo: 12)
    case 36 where s.count >= 9:
      curve(s[0], s[1], s[2], s[3], s[4], 0)
      curve(s[5], 0, s[6], s[7], s[8], -(s[1] + s[3] + s[7]))
    case 37 where s.count >= 11:
      let x = s[0] + s[2] + s[4] + s[6] + s[8]
      let y = s[1] + s[3] + s[5] + s[7] + s[9]
      curve(s[0], s[1], s[2], s[3], s[4], s[5])
      if abs(x) > abs(y) {
        curve(s[6], s[7], s[8], s[9], s[10], -y)
      } else {
        curve(s[6], s[7], s[8], s[9], -x, s[10])
      }
    default: break
    }
  }
}
