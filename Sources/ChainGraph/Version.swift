import GraphLayout
import MathTypesetting

/// The version of chaingraph.
public let versionNumber = "0.1.0"

/// The versions of chaingraph, of the Graphviz it lays out with and of its default font.
public func versionText() -> String {
  let graphviz = (try? graphvizVersion()).map { "Graphviz \($0)" } ?? "Graphviz not found"
  let font = (try? MathFont.load()).map { "\($0.family) \($0.version)" } ?? "no math font found"
  return "chaingraph \(versionNumber) (\(graphviz), \(font))"
}
