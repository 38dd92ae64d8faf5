import Foundation
import MathTypesetting

/// The boxes that LuaTeX sets at 10 pt, in points.
struct GoldenBox {
  let source: String
  let width: Double
  let height: Double
  let depth: Double

  /// Formula and box of every line of the corpus; a malformed line fails the count in the tests.
  static func read(_ name: String) throws -> [GoldenBox] {
    let sources = try lines(of: "corpus")
    let boxes = try lines(of: name)
    return zip(sources, boxes).compactMap { source, line in
      let numbers = line.components(separatedBy: "|").suffix(3).compactMap { field in
        Double(field.trimmingCharacters(in: .whitespaces).replacing("pt", with: ""))
      }
      guard numbers.count == 3 else { return nil }
      return GoldenBox(source: source, width: numbers[0], height: numbers[1], depth: numbers[2])
    }
  }

  private static func lines(of name: String) throws -> [String] {
    let file = Bundle.module.bundleURL.appendingPathComponent("Fixtures/\(name).txt")
    let text = try String(contentsOf: file, encoding: .utf8)
    return text.split(separator: "\n").map(String.init)
  }

  /// The largest of the three differences, in points.
  func distance(to layout: MathLayout) -> Double {
    let size = 10.0
    return max(
      abs(layout.width * size - width), abs(layout.height * size - height),
      abs(layout.depth * size - depth))
  }

  func comparison(with layout: MathLayout) -> String {
    let ours = [layout.width, layout.height, layout.depth].map {
      String(format: "%.3f", $0 * 10)
    }
    return "\(source): LuaTeX \(width) \(height) \(depth), ours \(ours.joined(separator: " "))"
  }
}
