import ExpressionGraph

/// What declared properties allow of an input's entries: derivatives are written with these in mind,
/// so a page must not let go of them.
struct EntryRules {
  private let properties: Properties
  private let columns: Int

  init(_ properties: Properties, _ shape: [Int]) {
    self.properties = properties
    columns = shape.count == 2 ? shape[1] : 0
  }

  private var isSymmetric: Bool {
    !properties.isDisjoint(with: [.symmetric, .positiveDefinite]) && columns > 0
  }

  private var isOrthogonal: Bool { properties.contains(.orthogonal) }

  /// Attributes for the page's script: entries that stay equal, that stay positive, that stay.
  func attributes(of entry: Int) -> String {
    guard columns > 0 else { return properties.contains(.positive) ? " data-positive" : "" }
    let (row, column) = (entry / columns, entry % columns)
    if isOrthogonal || (properties.contains(.diagonal) && row != column) { return " disabled" }
    let mirror = isSymmetric && row != column ? " data-mirror=\"\(column * columns + row)\"" : ""
    return mirror + (properties.contains(.positive) ? " data-positive" : "")
  }

  /// Why entries cannot be changed freely; nil where they can.
  var note: String? {
    if isOrthogonal { return "fixed: changed entries would not stay orthogonal" }
    if properties.contains(.diagonal) { return "diagonal" }
    if isSymmetric { return "symmetric" }
    return properties.contains(.positive) ? "positive" : nil
  }
}
