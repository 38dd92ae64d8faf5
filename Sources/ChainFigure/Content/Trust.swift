import ChainDerivation
import ChainNotation
import MathTypesetting
import NumericEvaluation

extension Wording {
  /// How the derivatives were checked, for the file's metadata: a sentence a query.
  var checkSentences: [String] {
    derivation.derivatives.map { query in
      let names = query.query.inputNames.joined(separator: ", ")
      return "d \(query.query.outputName) / d \(names): \(sentence(of: query.check))."
    }
  }

  private func sentence(of check: CheckResult) -> String {
    let error = DecimalText(check.maxRelativeError, digits: 2)
    return facts(of: check) + (check.points > 0 ? error.description : "")
  }

  private func facts(of check: CheckResult) -> String {
    guard check.points > 0 else { return "not checked, for want of a usable point" }
    let points = check.points == 1 ? "1 point" : "\(check.points) points"
    return (check.passed ? "checked" : "failed its check")
      + " by central differences at \(points), largest relative error "
  }

  /// Lines in small type below the figure: kinks that were met, and the check on request.
  var notes: [Formula] {
    var notes: [Formula] = []
    if !derivation.kinks.isEmpty {
      let functions = derivation.kinks.map { phrase(of: $0).formula() }
      let list = functions.prefix(3).map { [$0] }.joined(separator: [.punctuation(",")])
      notes.append(
        .row([
          .text("At the point, "), .classed(.ordinary, .row(Array(list))),
          .text(
            derivation.kinks.count == 1
              ? " has a kink; the derivative shown is the convention’s."
              : " have kinks; the derivatives shown are the convention’s."),
        ]))
    }
    if options.show.contains(.check) { notes += derivation.derivatives.map(checkNote) }
    return notes
  }

  private func checkNote(_ query: QueryDerivation) -> Formula {
    let text = facts(of: query.check)
    let start = Formula.text(text.prefix(1).uppercased() + text.dropFirst())
    guard query.check.points > 0 else { return start }
    return .row([start, DecimalText(query.check.maxRelativeError, digits: 2).formula])
  }
}
