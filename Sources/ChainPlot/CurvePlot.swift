import ChainFigure
import ChainGeometry
import MathTypesetting

/// A function of one variable: its curve, and on request secants, their table, and the tangent.
struct CurvePlot: PlotContent {
  private let subject: PlotSubject
  private let wording: PlotWording
  private let pen: Pen
  private let function: PlottedFunction
  /// Nil where no point is shown.
  private let point: Double?
  private let slope: Double
  private let secants: Secants?

  init(_ subject: PlotSubject, _ wording: PlotWording, pen: Pen) {
    self.subject = subject
    self.wording = wording
    self.pen = pen
    function = PlottedFunction(subject)
    let hasRays = subject.options.secants != nil || subject.options.hasTangent
    let place = function.point[0]
    point = subject.hasPoint || hasRays ? place : nil
    slope = function.gradient(at: [place])[0]
    let slice = function.slice(along: 0)
    secants = subject.options.secants.map {
      Secants(of: slice, at: place, in: subject.variables[0].range, count: $0)
    }
  }

  private var showsTangent: Bool { subject.options.hasTangent || secants != nil }

  func picture(in room: Size) throws(PlotProblem) -> Block {
    let table = secants.map {
      Block($0, of: wording, at: function.point[0], slope: slope, pen: pen)
    }
    let gap = 1.6 * pen.textSize
    let least = 20 * pen.textSize
    guard let table else { return try curve(in: room) }
    if room.width - table.size.width - gap >= least {
      let left = Size(width: room.width - table.size.width - gap, height: room.height)
      return .row([try curve(in: left), table], gap: gap)
    }
    let above = Size(width: room.width, height: room.height - table.size.height - gap)
    return .stack([try curve(in: above), table], gap: gap)
  }

  private func curve(in room: Size) throws(PlotProblem) -> Block {
    // A curve is easiest to read somewhat wider than it is high.
    let height = min(room.height, 0.72 * room.width)
    let size = Size(width: min(room.width, 1.75 * height), height: height)
    guard let block = Block(content, room: size, pen: pen) else { throw .undefinedEverywhere }
    return block
  }

  private var content: CurveContent {
    let variable = subject.variables[0]
    var content = CurveContent(
      horizontal: Axes.Axis(
        name: wording.variables[0], range: variable.range, isInPi: variable.isInPi),
      name: wording.label, function: function.slice(along: 0), ink: .value)
    guard let point else { return content }
    content.point = point
    let value = function([point])
    content.pointLabel = .parenthesized(
      .row([
        wording.numbers.formula(of: point), .punctuation(","), wording.numbers.formula(of: value),
      ]))
    content.rays = (secants?.all ?? []).map { secant in
      CurveContent.Ray(
        slope: secant.slope,
        label: .row([
          .symbol("h", .ordinary, .italic), .relation("="),
          wording.numbers.formula(of: secant.step),
        ]), ink: .path(.secant), step: secant.step)
    }
    if showsTangent {
      content.rays.append(
        CurveContent.Ray(slope: slope, label: .text("tangent"), ink: .derivative, step: nil))
    }
    return content
  }

  // MARK: Words

  var pieces: [Piece] {
    guard let point, showsTangent else { return [] }
    return wording.derivativeRow(by: 0, value: slope)
      + [.formula(.row([.text("  at "), wording.equation(0, point)]))]
  }

  var title: String {
    "Curve of \(linearText(wording.label))"
  }

  var description: String {
    let variable = subject.variables[0]
    let name = linearText(wording.variables[0])
    var sentences = [
      "Curve of \(linearText(wording.definition ?? wording.label)) for \(name) from "
        + "\(wording.words(variable.range.lowerBound)) to "
        + "\(wording.words(variable.range.upperBound))."
    ]
    guard let point else { return sentences[0] }
    let value = wording.words(function([point]))
    sentences.append("At \(name) = \(wording.words(point)) its value is \(value).")
    if let secants {
      let steps = secants.all.map {
        "with step \(wording.words($0.step)) the slope \(wording.words($0.slope))"
      }
      sentences.append("Secants through that point have " + steps.joined(separator: ", ") + ".")
    }
    if showsTangent {
      sentences.append(
        "The tangent there has the slope \(linearText(wording.symbol(of: 0))) = "
          + "\(wording.words(slope)).")
    }
    return sentences.joined(separator: " ")
  }

  var metadata: String { showsTangent ? subject.checkSentence : "" }
}
