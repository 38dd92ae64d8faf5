package import ChainDerivation
package import NumericEvaluation

/// A scalar function to plot, over an interval or over a rectangle, with its derivatives.
package struct PlotSubject: Sendable {
  /// One query a variable, in order, of the function by that variable; its point is
  /// `environment`.
  package var derivation: Derivation
  /// One or two; the first runs to the right.
  package var variables: [Variable]
  /// The values of everything that the function depends on, the variables' own at the point.
  package var environment: Environment
  /// Whether the function is named without its arguments although it has some.
  package var leavesOutArguments: Bool
  /// Whether a point was asked for; else it is the middle, and shown only where it is needed.
  package var hasPoint: Bool
  package var options: PlotOptions

  package init(
    derivation: Derivation, variables: [Variable], environment: Environment,
    leavesOutArguments: Bool, hasPoint: Bool, options: PlotOptions
  ) {
    self.derivation = derivation
    self.variables = variables
    self.environment = environment
    self.leavesOutArguments = leavesOutArguments
    self.hasPoint = hasPoint
    self.options = options
  }

  /// A variable and what it runs through.
  package struct Variable: Hashable, Sendable {
    package var name: String
    package var range: ClosedRange<Double>
    /// Whether its bounds are written with π, so that multiples of it are what a reader expects.
    package var isInPi: Bool

    package init(name: String, range: ClosedRange<Double>, isInPi: Bool = false) {
      self.name = name
      self.range = range
      self.isInPi = isInPi
    }
  }
}

/// What is drawn besides the curve or the contours.
package struct PlotOptions: Hashable, Sendable {
  /// How many secants; nil for none.
  package var secants: Int?
  package var hasTangent: Bool
  /// How many arrows of the gradient stand along the longer side; nil for none.
  package var arrows: Int?
  /// About how many contours there are.
  package var levels: Int

  package init(
    secants: Int? = nil, hasTangent: Bool = false, arrows: Int? = nil, levels: Int = 10
  ) {
    self.secants = secants
    self.hasTangent = hasTangent
    self.arrows = arrows
    self.levels = levels
  }
}

/// Why a function cannot be plotted.
package enum PlotProblem: Error, Hashable, Sendable {
  /// It has no finite value anywhere in what is to be plotted.
  case undefinedEverywhere
}

extension PlotSubject {
  /// Whether the function has a finite value at some of the places where it is looked at first.
  package var isDefinedSomewhere: Bool {
    let function = PlottedFunction(self)
    let count = variables.count == 1 ? 400 : 32
    let places = variables.map { variable in
      (0...count).map { variable.range.at(Double($0) / Double(count)) }
    }
    guard places.count > 1 else { return places[0].contains { function([$0]).isFinite } }
    return places[0].contains { x in places[1].contains { function([x, $0]).isFinite } }
  }
}
