import ChainDerivation
import ChainNotation

extension JSONText {
  /// How many multiplications a derivative takes: dense counts, then what is known of zeros and
  /// signs used, the best order of nodes, and whether it is the best of all.
  mutating func write(_ multiplications: Multiplications) {
    object { json in
      json.write(multiplications.dense)
      json.member("structured") { json in
        json.object { json in json.write(multiplications.structured) }
      }
      guard !multiplications.sizes.isEmpty else { return }
      json.member("sizes") { json in
        json.object { json in
          for size in multiplications.sizes { json.member(size.symbol, number: size.length) }
        }
      }
    }
  }

  private mutating func write(_ counts: Multiplications.Counts) {
    let rows = [
      ("paths", counts.paths), ("forward", counts.forward), ("reverse", counts.reverse),
      ("best", counts.best),
    ]
    for (key, count) in rows {
      let text = count.description
      member(key, raw: count.natural == nil ? JSONText.quoted(text) : text)
    }
    member("order") { $0.row(counts.order.map { "\"n\($0.index)\"" }) }
    member("exact", raw: counts.isExact ? "true" : "false")
  }
}
