import ChainGraph

/// Renders one after the other in one process.
enum LeakTask {
  private static let source = """
    x1 = sin(t)
    x2 = cos(t)
    f = x1^2 + 2*x2
    df/dt
    at t = 0.5
    """

  private static func render(_ count: Int) {
    for index in 0..<count {
      let figure = Document(source + "\nset title \"\(index % 10)\"\n").figures.first
      guard let picture = try? figure?.picture(), !picture.svg().isEmpty else {
        fatalError("the benchmark's own figure cannot be drawn")
      }
      if index % 20 == 0, (try? picture.png())?.isEmpty ?? true {
        fatalError("the benchmark's own figure cannot be drawn in pixels")
      }
    }
  }

  /// How much the peak of memory grows between render 500 and render 5,000, in MiB.
  static func growth() -> Double {
    render(500)
    let early = peakMemory()
    render(4_500)
    return peakMemory() - early
  }
}

func measureLeak(_ verdict: inout Verdict) {
  let growth = Run([CommandLine.arguments[0], "leak"]).flatMap {
    Double($0.output.split(whereSeparator: \.isNewline).first ?? "")
  }
  verdict.add(
    "growth of memory over 5,000 renders", "every twentieth in pixels too", growth, limit: 2,
    unit: " MiB")
}
