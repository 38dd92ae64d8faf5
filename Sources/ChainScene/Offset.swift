package import ChainGeometry

extension SceneElement {
  /// The same moved on the canvas.
  package func offset(by delta: Point) -> SceneElement {
    switch self {
    case .path(let path, let stroke, let fill):
      return .path(path.offset(by: delta), stroke: stroke, fill: fill)
    case .rectangle(let frame, let radius, let stroke, let fill):
      return .rectangle(
        frame.offsetBy(delta), cornerRadius: radius, stroke: stroke, fill: fill)
    case .ellipse(let frame, let stroke, let fill):
      return .ellipse(frame.offsetBy(delta), stroke: stroke, fill: fill)
    case .formula(var formula):
      formula.origin = formula.origin + delta
      return .formula(formula)
    case .group(var group):
      group.elements = group.elements.map { $0.offset(by: delta) }
      return .group(group)
    }
  }
}

extension Path {
  fileprivate func offset(by delta: Point) -> Path {
    Path(
      segments.map { segment in
        switch segment {
        case .move(let point): .move(point + delta)
        case .line(let point): .line(point + delta)
        case .cubic(let a, let b, let c): .cubic(a + delta, b + delta, c + delta)
        case .close: .close
        }
      })
  }
}
