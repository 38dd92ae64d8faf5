import ChainFigure
import ChainGeometry
import MathTypesetting

/// A function of two variables: its contours, and on request the gradient, with the partial
/// derivatives as slopes of the curves along the axes.
struct MapPlot: PlotContent {
  private let subject: PlotSubject
  private let wording: PlotWording
  private let pen: Pen
  private let function: PlottedFunction
  private let gradient: [Double]

  init(_ subject: PlotSubject, _ wording: PlotWording, pen: Pen) {
    self.subject = subject
    self.wording = wording
    self.pen = pen
    function = PlottedFunction(subject)
    gradient = function.gradient(at: function.point)
  }

  private var hasGradients: Bool { subject.options.arrows != nil }
  private var point: [Double] { function.point }
  private var nabla: Formula { .row([.ordinary("\u{2207}"), wording.name]) }

  func picture(in room: Size) throws(PlotProblem) -> Block {
    guard hasGradients else { return try map(in: room) }
    let gap = 1.6 * pen.textSize
    let isWide = room.width > 1.3 * room.height
    if isWide {
      let map = try map(in: Size(width: 0.56 * room.width, height: room.height))
      let rest = room.width - map.size.width - gap
      let half = (room.height - 0.8 * pen.textSize) / 2
      let size = Size(width: min(rest, 2.4 * half), height: min(half, 0.72 * rest))
      return .row([map, .stack(slices(of: size), gap: 0.8 * pen.textSize)], gap: gap)
    }
    let map = try map(in: Size(width: room.width, height: 0.62 * room.height))
    let isNarrow = room.width < 28 * pen.textSize
    let width = isNarrow ? room.width : (room.width - gap) / 2
    let rest = room.height - map.size.height - gap
    let height = min(isNarrow ? (rest - gap) / 2 : rest, 0.72 * width)
    let blocks = slices(of: Size(width: width, height: height))
    let below: Block = isNarrow ? .stack(blocks, gap: gap) : .row(blocks, gap: gap)
    return .stack([map, below], gap: gap)
  }

  private func map(in room: Size) throws(PlotProblem) -> Block {
    let axes = subject.variables.indices.map { index in
      Axes.Axis(
        name: wording.variables[index], range: subject.variables[index].range,
        isInPi: subject.variables[index].isInPi)
    }
    let content = MapContent(
      axes: axes, function: { [function] in function($0) },
      gradient: { [function] in function.gradient(at: $0) }, levels: subject.options.levels,
      arrows: subject.options.arrows, point: subject.hasPoint || hasGradients ? point : nil,
      pointGradient: hasGradients ? gradient : nil, nabla: nabla, numbers: wording.numbers)
    guard let block = Block(content, room: room, pen: pen) else { throw .undefinedEverywhere }
    return block
  }

  /// The curves through the point along each axis, with their tangents.
  private func slices(of size: Size) -> [Block] {
    let curves = subject.variables.indices.map { index in
      let variable = subject.variables[index]
      let arguments = point.indices.map { other in
        other == index ? wording.variables[other] : wording.place(of: other, at: point[other])
      }
      let row = wording.slope(of: index, gradient[index])
      return CurveContent(
        horizontal: Axes.Axis(
          name: wording.variables[index], range: variable.range, isInPi: variable.isInPi),
        name: wording.call(arguments), function: function.slice(along: index),
        ink: .path(.slice(index)), point: point[index], pointLabel: nil,
        rays: [
          CurveContent.Ray(slope: gradient[index], label: row, ink: .derivative, step: nil)
        ])
    }
    return Block.aligned(curves, room: size, pen: pen)
  }

  // MARK: Words

  var pieces: [Piece] {
    guard hasGradients else { return [] }
    let numbers = wording.numbers
    let symbols = gradient.indices.map { wording.symbol(of: $0) }
    let formulas = gradient.indices.map { index in
      wording.derivative(by: index) ?? numbers.formula(of: gradient[index])
    }
    let isExact = gradient.allSatisfy(wording.isExact)
    let isConstant = gradient.indices.allSatisfy { wording.derivative(by: $0) == nil }
    let values = Formula.row([
      .thickSpace, .relation(isExact ? "=" : "\u{2248}"),
      .entries(gradient.map { numbers.formula(of: $0) }),
    ])
    var pieces: [Piece] = [
      .formula(.row([nabla, .relation("="), .entries(symbols)]))
    ]
    if !isConstant {
      pieces.append(.formula(.row([.thickSpace, .relation("="), .entries(formulas)])))
    }
    pieces.append(.formula(values, .derivative))
    let place = Formula.row(
      Array(
        point.indices.map { [wording.equation($0, point[$0])] }
          .joined(separator: [.punctuation(",")])))
    pieces.append(.formula(.row([.text("  at "), place])))
    return pieces
  }

  var title: String { "Contours of \(linearText(wording.label))" }

  var description: String {
    let ranges = subject.variables.indices.map { index in
      let range = subject.variables[index].range
      return "\(linearText(wording.variables[index])) from \(wording.words(range.lowerBound)) to "
        + wording.words(range.upperBound)
    }
    let names = subject.variables.indices.map { linearText(wording.variables[$0]) }
    var sentences = [
      "Contours of \(linearText(wording.definition ?? wording.label)) for "
        + ranges.joined(separator: " and ") + "."
    ]
    guard subject.hasPoint || hasGradients else { return sentences[0] }
    let place = zip(names, point).map { "\($0) = \(wording.words($1))" }
    sentences.append(
      "At \(place.joined(separator: ", ")) the value is \(wording.words(function(point))).")
    if hasGradients {
      let slopes = gradient.indices.map {
        "\(linearText(wording.symbol(of: $0))) = \(wording.words(gradient[$0]))"
      }
      sentences.append(
        "Arrows show the gradient, which points where the function grows fastest, across the "
          + "contours. There it has the entries \(slopes.joined(separator: ", ")), the slopes of "
          + "the curves through the point along each axis.")
    }
    return sentences.joined(separator: " ")
  }

  var metadata: String { hasGradients ? subject.checkSentence : "" }
}

extension Formula {
  /// A row in brackets.
  fileprivate static func entries(_ entries: [Formula]) -> Formula {
    .matrix(rows: [entries], left: "[", right: "]")
  }
}

extension PathNumber {
  /// Whose hue the curve along an axis has.
  static func slice(_ variable: Int) -> PathNumber { PathNumber(variable == 0 ? 2 : 3) }
}
