import ChainGraph
import Foundation
import Testing

/// A derivative with its value, found by automatic differentiation of another implementation.
struct KnownDerivative: Decodable, CustomTestStringConvertible {
  let id: String
  let source: String
  let jacobian: [Double]

  var testDescription: String { id }
  static let all: [KnownDerivative] = fixture("derivatives")
}

/// A published figure with the numbers printed in it.
struct PublishedFigure: Decodable, CustomTestStringConvertible {
  let id: String
  let source: String
  let nodes: [String: [Double]]
  /// By `to<-from`.
  let local: [String: [Double]]
  let totals: [String: [Double]]

  var testDescription: String { id }
  static let all: [PublishedFigure] = fixture("figures")
}

private func fixture<Row: Decodable>(_ name: String) -> [Row] {
  let file = Bundle.module.url(
    forResource: name, withExtension: "json", subdirectory: "Fixtures")
  guard let file, let data = try? Data(contentsOf: file) else { return [] }
  return (try? JSONDecoder().decode([Row].self, from: data)) ?? []
}

/// The JSON of a document, as far as tests look into it.
struct Report: Decodable {
  struct Tensor: Decodable {
    let shape: [Int]
    let data: [Double]?
  }

  struct Jacobian: Decodable {
    let expression: String
    let value: Tensor?
  }

  struct Node: Decodable {
    let id: String
    let name: String
    let operation: String
    let expression: String
    let value: Tensor?
    let adjoint: Tensor?
  }

  struct Edge: Decodable {
    let id: String
    let from: String
    let to: String
    let jacobian: Jacobian
  }

  struct Product: Decodable {
    let path: [String]
    let edges: [String]
    let value: Tensor?
  }

  struct Check: Decodable {
    let points: Int
    let passed: Bool
  }

  struct Derivative: Decodable {
    let of: String
    let wrt: [String]
    let order: Int
    let expression: String
    let value: Tensor?
    let paths: String?
    let products: [Product]?
    let check: Check
  }

  struct Diagnostic: Decodable {
    let id: String
    let line: Int?
  }

  struct Figure: Decodable {
    let title: String?
    let nodes: [Node]
    let edges: [Edge]
    let derivatives: [Derivative]
    let diagnostics: [Diagnostic]
  }

  let version: Int
  let figures: [Figure]

  init(_ document: Document) throws {
    self = try JSONDecoder().decode(Report.self, from: Data(document.json.utf8))
  }
}

extension Report.Figure {
  func value(ofNode name: String) -> [Double]? {
    nodes.first { $0.name == name }?.value?.data
  }
}

/// Whether two lists of numbers agree within a tolerance relative to the largest wanted one.
func agree(_ got: [Double]?, _ want: [Double], _ tolerance: Double) -> Bool {
  guard let got, got.count == want.count else { return false }
  let scale = 1 + (want.map(abs).max() ?? 0)
  return zip(got, want).allSatisfy { abs($0 - $1) <= tolerance * scale }
}
