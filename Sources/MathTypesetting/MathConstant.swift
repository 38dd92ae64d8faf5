/// A length of the MATH table that layout uses, by its place in the table.
enum MathConstant: Int {
  case displayOperatorMinHeight = 3
  case axisHeight = 5
  case accentBaseHeight = 6
  case subscriptShiftDown = 8
  case subscriptTopMax = 9
  case subscriptBaselineDropMin = 10
  case superscriptShiftUp = 11
  case superscriptShiftUpCramped = 12
  case superscriptBottomMin = 13
  case superscriptBaselineDropMax = 14
  case subSuperscriptGapMin = 15
  case superscriptBottomMaxWithSubscript = 16
  case spaceAfterScript = 17
  case upperLimitGapMin = 18
  case upperLimitBaselineRiseMin = 19
  case lowerLimitGapMin = 20
  case lowerLimitBaselineDropMin = 21
  case stretchStackGapAboveMin = 30
  case stretchStackGapBelowMin = 31
  case fractionNumeratorShiftUp = 32
  case fractionNumeratorDisplayShiftUp = 33
  case fractionDenominatorShiftDown = 34
  case fractionDenominatorDisplayShiftDown = 35
  case fractionNumeratorGapMin = 36
  case fractionNumeratorDisplayGapMin = 37
  case fractionRuleThickness = 38
  case fractionDenominatorGapMin = 39
  case fractionDenominatorDisplayGapMin = 40
  case overbarVerticalGap = 43
  case overbarRuleThickness = 44
  case overbarExtraAscender = 45
  case underbarVerticalGap = 46
  case underbarRuleThickness = 47
  case underbarExtraDescender = 48
  case radicalVerticalGap = 49
  case radicalDisplayVerticalGap = 50
  case radicalRuleThickness = 51
  case radicalExtraAscender = 52
  case radicalKernBeforeDegree = 53
  case radicalKernAfterDegree = 54
}

/// The constants of a math font: lengths in em, percentages as fractions of one.
struct MathConstants: Sendable {
  private let lengths: [Double]
  private let scriptScale: Double
  private let scriptScriptScale: Double
  /// How high above the bottom of the radical sign its degree stands, as a part of its height.
  let degreeRaise: Double

  private static let count = 56

  init(of face: FontFace) {
    func percentage(_ index: Int, whenZero usual: Double) -> Double {
      let value = face.constant(index)
      return value > 0 ? Double(value) / 100 : usual
    }
    scriptScale = percentage(0, whenZero: 0.8)
    scriptScriptScale = percentage(1, whenZero: 0.6)
    degreeRaise = percentage(Self.count - 1, whenZero: 0.6)
    lengths = (0..<Self.count).map { Double(face.constant($0)) / face.unitsPerEm }
  }

  subscript(constant: MathConstant) -> Double { lengths[constant.rawValue] }

  func scale(of style: MathStyle) -> Double {
    switch style {
    case .display, .text: 1
    case .script: scriptScale
    case .scriptScript: scriptScriptScale
    }
  }
}
