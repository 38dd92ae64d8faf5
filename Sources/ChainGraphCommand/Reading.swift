import ChainGraph

/// An input that was to be read.
struct Reading {
  let input: String
  /// Nil if it could not be read.
  let document: Document?

  /// A place for every figure; an input without any has one, so that the files of other inputs
  /// are named as if it were whole.
  var places: [Placement.Place] {
    let count = max(1, document?.figureCount ?? 1)
    return (1...count).map { Placement.Place(input: input, number: $0) }
  }
}

extension FigureChoices {
  /// Reads inputs with these choices; says what is wrong with them.
  func read(
    _ inputs: [String], for purpose: Document.Purpose = .figures, _ messages: inout Messages,
    _ outcome: inout Exit
  ) -> [Reading] {
    var readings: [Reading] = []
    for input in inputs {
      do throws(Failure) {
        let document = try document(input, for: purpose)
        messages.tell(document)
        if document.hasErrors { outcome.worsen(to: .inputErrors) }
        if !document.figures.allSatisfy(\.isChecked) || !document.plots.allSatisfy(\.isChecked) {
          outcome.worsen(to: .checkFailed)
        }
        readings.append(Reading(input: input, document: document))
      } catch {
        messages.tell(error.finding)
        outcome.worsen(to: error.exit)
        readings.append(Reading(input: input, document: nil))
      }
    }
    return readings
  }
}
