import ChainDiagnostics

extension Parser {
  /// Reads a point: `at x = [1; 2], t = 0.5`.
  func point() {
    let values = assignments { parser throws(SyntaxError) in try parser.expression() }
    statements.append(.point(PointSyntax(values: values, range: statementRange)))
  }

  /// Reads sizes: `where m = 3, n = 2m`.
  func dimensions() {
    let values = assignments { parser throws(SyntaxError) in
      try parser.dimension(inSpace: false)
    }
    statements.append(.dimensions(DimensionsSyntax(values: values, range: statementRange)))
  }

  /// Names with values, commas between them; those before a mistake are kept.
  private func assignments(
    _ value: (Parser) throws(SyntaxError) -> ExpressionID
  ) -> [AssignmentSyntax] {
    var values: [AssignmentSyntax] = []
    let keyword = text(current.range)
    let end: Void? = attempt { parser throws(SyntaxError) in
      repeat {
        parser.advance()
        let name = try parser.assignedName(after: keyword)
        values.append(AssignmentSyntax(name, try value(parser)))
      } while parser.current.kind == .comma && !parser.isDecimalComma
      try parser.expectEnd()
    }
    if end == nil { loseStatement() }
    return values
  }

  private func assignedName(after keyword: String) throws(SyntaxError) -> NameSyntax {
    let name = current
    guard name.kind == .name else {
      throw SyntaxError(.missingAssignment(at: name.range, text(name.range), keyword: keyword))
    }
    advance()
    if current.kind == .openSquare {
      throw SyntaxError(.assignedEntry(at: name.range.union(current.range), text(name.range)))
    }
    guard take(.equals) else {
      throw SyntaxError(
        .missingEquals(at: current.range, name: text(name.range), keyword: keyword))
    }
    return NameSyntax(name.name, name.range)
  }

  /// Reads a plot: `plot f, t = 0 .. 3, secants 4`.
  func plot() {
    var function: ExpressionID?
    var intervals: [PlotSyntax.Interval] = []
    var options: [PlotSyntax.Option] = []
    _ = attempt { parser throws(SyntaxError) in
      parser.advance()
      function = try parser.expression()
      while parser.take(.comma) {
        if parser.ahead(1).kind == .equals {
          intervals.append(try parser.interval())
        } else {
          options.append(try parser.plotOption())
        }
      }
      try parser.expectEnd()
    }
    statements.append(
      .plot(
        PlotSyntax(
          function: function ?? missingExpression(at: statementRange), intervals: intervals,
          options: options, range: statementRange)))
  }

  private func interval() throws(SyntaxError) -> PlotSyntax.Interval {
    let name = try assignedName(after: "plot")
    let lower = try expression()
    guard take(.interval) else {
      throw SyntaxError(
        current.kind == .comma || current.kind == .end
          ? .missingInterval(
            at: current.range, name: text(name.range), from: text(expressions[lower].range))
          : unexpected())
    }
    return PlotSyntax.Interval(name: name, from: lower, to: try expression())
  }

  private func plotOption() throws(SyntaxError) -> PlotSyntax.Option {
    let name = current
    guard take(.name) else { throw SyntaxError(missingOperand()) }
    let hasValue = current.kind != .comma && current.kind != .end
    let value = hasValue ? try expression() : nil
    return PlotSyntax.Option(name: NameSyntax(name.name, name.range), value: value)
  }
}
