import ChainGeometry
import ChainScene

extension Color {
  /// How much of the ground shows through what is faded.
  private static let share = 0.75

  /// The colour as it looks when it is faded into what lies under it.
  func faded(into ground: Color) -> Color {
    func mixed(_ channel: UInt8, _ other: UInt8) -> UInt8 {
      UInt8((Double(channel) + Self.share * (Double(other) - Double(channel))).rounded())
    }
    return Color(
      red: mixed(red, ground.red), green: mixed(green, ground.green),
      blue: mixed(blue, ground.blue), alpha: alpha)
  }
}

extension SceneElement {
  /// The element with every group faded that is not to be strong.
  func fading(into ground: Color, unless isStrong: (SceneSubject) -> Bool) -> SceneElement {
    guard case .group(var group) = self else { return self }
    let isFaded = group.subject.map { !isStrong($0) } ?? false
    group.elements = group.elements.map { element in
      isFaded ? element.faded(into: ground) : element.fading(into: ground, unless: isStrong)
    }
    return .group(group)
  }

  private func faded(into ground: Color) -> SceneElement {
    func pale(_ stroke: Stroke?) -> Stroke? {
      stroke.map { Stroke(color: $0.color.faded(into: ground), width: $0.width, dash: $0.dash) }
    }
    func pale(_ fill: Color?) -> Color? { fill?.faded(into: ground) }
    switch self {
    case .path(let path, let stroke, let fill):
      return .path(path, stroke: pale(stroke), fill: pale(fill))
    case .rectangle(let frame, let radius, let stroke, let fill):
      return .rectangle(frame, cornerRadius: radius, stroke: pale(stroke), fill: pale(fill))
    case .ellipse(let frame, let stroke, let fill):
      return .ellipse(frame, stroke: pale(stroke), fill: pale(fill))
    case .formula(var formula):
      formula.color = formula.color.faded(into: ground)
      return .formula(formula)
    case .group(var group):
      group.elements = group.elements.map { $0.faded(into: ground) }
      return .group(group)
    }
  }
}

extension [ColorChange] {
  /// The changes of the colours themselves and of the same colours faded.
  func withFaded(into ground: Color) -> [ColorChange] {
    guard let dark = first(where: { $0.light == ground })?.dark else { return self }
    return self
      + map { change in
        ColorChange(light: change.light.faded(into: ground), dark: change.dark.faded(into: dark))
      }.filter { $0.light != ground }
  }
}
