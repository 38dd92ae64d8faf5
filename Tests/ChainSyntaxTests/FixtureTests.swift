import ChainDiagnostics
import ChainSyntax
import Foundation
import Testing

/// Expressions with their trees as another reader of the same grammar sees them, two operands a
/// node.
@Test func anotherReaderSeesTheSameTrees() throws {
  let file = try #require(
    Bundle.module.url(forResource: "expressions", withExtension: "tsv", subdirectory: "Fixtures"))
  let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
  #expect(lines.count > 200)
  for line in lines {
    let columns = line.split(separator: "\t").map(String.init)
    let fragment = parseExpression(SourceText(name: "fixture", columns[0]))
    let tree = BinaryTreeText(expressions: fragment.expressions, names: fragment.names)
    #expect(fragment.diagnostics.isEmpty)
    #expect(tree.text(fragment.root) == columns[1])
  }
}

/// A tree as text, sums and products folded from the left.
private struct BinaryTreeText {
  let expressions: ExpressionArena
  let names: NameTable

  func text(_ id: ExpressionID) -> String {
    switch expressions[id].kind {
    case .number(let number): "\(Double("\(number.digits)e\(number.exponent)") ?? .nan)"
    case .negation(let operand): "(neg \(text(operand)))"
    case .transpose(let operand): "(' \(text(operand)))"
    case .sum(let terms):
      terms.dropFirst().reduce(text(terms[0].expression)) {
        "(\($1.sign == .plus ? "+" : "-") \($0) \(text($1.expression)))"
      }
    case .product(let factors):
      factors.dropFirst().reduce(text(factors[0].expression)) {
        "(\(sign($1.operation)) \($0) \(text($1.expression)))"
      }
    case .power(let base, let exponent, let isElementwise):
      "(\(isElementwise ? ".^" : "^") \(text(base)) \(text(exponent)))"
    case .application(let head, let arguments):
      "(call \(([head] + arguments.map(\.value)).map(text).joined(separator: " ")))"
    case .index(let base, let subscripts):
      "(index \(([base] + subscripts.flatMap(\.operands)).map(text).joined(separator: " ")))"
    case .literal(let rows):
      "[\(rows.map { $0.map(text).joined(separator: " ") }.joined(separator: "; "))]"
    case .missing, .name, .string, .norm, .root, .comparison:
      TreeText(expressions: expressions, names: names).text(id)
    }
  }

  private func sign(_ operation: FactorSyntax.Operation) -> String {
    switch operation {
    case .times, .implied: "*"
    case .over: "/"
    case .elementwiseTimes: ".*"
    case .elementwiseOver: "./"
    case .kronecker: "⊗"
    }
  }
}
