import ChainDerivation
import ChainNotation
import ExpressionGraph
import MathTypesetting

/// A sum over paths with its common factors taken out: (1 + ∂h₂/∂x₁)(1 + ∂h₁/∂x₀).
///
/// Where all paths from a node meet again, what lies before the meeting is a factor of what lies
/// behind it. So a graph of diamonds one behind the other takes as many terms as it has edges,
/// however many paths it has.
struct FactoredForm {
  private indirect enum Form {
    case edge(FigureEdgeID)
    /// Output to input.
    case product([Form])
    case sum([Form])
  }

  private let form: Form
  private let wording: Wording

  /// Longer forms are not written.
  private static let mostEdges = 24

  init?(_ wording: Wording, from input: FigureNodeID, to output: FigureNodeID) {
    var builder = Builder(wording.figure, to: output, remaining: Self.mostEdges)
    guard input != output, let form = builder.form(from: input, until: output) else { return nil }
    self.form = form
    self.wording = wording
  }

  /// In the symbols of the edges.
  var symbols: Formula { written(form) { wording.symbol($0) } }

  /// In their values; nil where one has none.
  var numbers: Formula? {
    guard wording.options.show.contains(.values),
      wording.figure.edges.allSatisfy({ wording.scalar($0.jacobian) != nil })
    else { return nil }
    return written(form) { edge in
      guard let value = wording.scalar(wording.figure[edge].jacobian) else { return .row([]) }
      let number = wording.numbers.formula(of: value)
      return value < 0 ? .parenthesized(number) : number
    }
  }

  /// An edge of Jacobian 1 is a 1 in a sum and nothing in a product.
  private func written(
    _ form: Form, isFactor: Bool = false, _ edge: (FigureEdgeID) -> Formula
  ) -> Formula {
    switch form {
    case .edge(let id): return isOne(form) ? .number("1") : edge(id)
    case .product(let factors):
      let shown = factors.filter { !isOne($0) }
      guard !shown.isEmpty else { return .number("1") }
      let formulas = shown.map { written($0, isFactor: isFactor || shown.count > 1, edge) }
      return .row(Array(formulas.map { [$0] }.joined(separator: [.dot])))
    case .sum(let terms):
      let formulas = (terms.filter(isOne) + terms.filter { !isOne($0) }).map { [written($0, edge)] }
      let sum = Formula.row(Array(formulas.joined(separator: [.binary("+")])))
      return isFactor ? .parenthesized(sum) : sum
    }
  }

  private func isOne(_ form: Form) -> Bool {
    switch form {
    case .edge(let id):
      wording.derivation.graph.constant(wording.figure[id].jacobian)?.isOne ?? false
    case .product(let factors): factors.allSatisfy(isOne)
    case .sum: false
    }
  }

  /// Builds forms until it has used up the edges that may be written.
  private struct Builder {
    private let figure: FigureGraph
    private let leads: [Bool]
    /// Where all paths from a node to the output meet first; nil of a node that has none.
    private var meetings: [FigureNodeID?]
    private var remaining: Int

    init(_ figure: FigureGraph, to output: FigureNodeID, remaining: Int) {
      self.figure = figure
      self.remaining = remaining
      leads = figure.pathCounts(to: output).map { $0 != Natural(0) }
      meetings = Array(repeating: nil, count: figure.nodes.count)
      var depths = Array(repeating: 0, count: figure.nodes.count)
      for node in figure.topologicalOrder.reversed() where node != output && leads[node.index] {
        let heads = figure.outgoing[node.index].map { figure[$0].to }.filter { leads[$0.index] }
        guard var meeting = heads.first else { continue }
        for head in heads.dropFirst() {
          var other = head
          while meeting != other {
            let climbs = depths[meeting.index] >= depths[other.index]
            guard let next = meetings[(climbs ? meeting : other).index] else { break }
            if climbs { meeting = next } else { other = next }
          }
        }
        meetings[node.index] = meeting
        depths[node.index] = depths[meeting.index] + 1
      }
    }

    /// The sum over the paths from one node to another that all of them pass.
    mutating func form(from start: FigureNodeID, until end: FigureNodeID) -> Form? {
      var factors: [Form] = []
      var node = start
      while node != end {
        guard let meeting = meetings[node.index] else { return nil }
        var terms: [Form] = []
        for edge in figure.outgoing[node.index] where leads[figure[edge].to.index] {
          remaining -= 1
          guard remaining >= 0, let rest = form(from: figure[edge].to, until: meeting) else {
            return nil
          }
          terms.append(.product([rest, .edge(edge)]))
        }
        factors.insert(terms.count == 1 ? terms[0] : .sum(terms), at: 0)
        node = meeting
      }
      return .product(factors)
    }
  }
}
