import ChainDerivation
import ChainNotation
import ChainScene
import ExpressionGraph
import MathTypesetting

/// The derivation of one derivative between two nodes of the figure: its paths and their sum.
struct PathGroup {
  let output: FigureNodeID
  let input: FigureNodeID
  /// Positions in the query's products.
  let products: [Int]
  /// Which entry of the query's total the group adds up to; nil if it is the whole.
  let entry: Int?
}

/// Writes the panel of one query.
struct PanelText {
  let wording: Wording
  let numbering: PathNumbering
  let queryIndex: Int

  /// Past so many paths no product is shown.
  private static let mostPaths = 64
  /// A single path's total of more operations is written in the nodes' names.
  private static let longestOnlyForm = 6
  /// So is one of more characters.
  private static let widestOnlyForm = 24

  private var query: QueryDerivation { wording.derivation.derivatives[queryIndex] }
  private var show: Show { wording.options.show }

  func rows() -> [PanelRow] {
    derivationRows + (show.contains(.cost) ? wording.costRows(of: query) : [])
  }

  private var derivationRows: [PanelRow] {
    guard query.query.inputs.count == 1, !query.inputs.isEmpty, !query.outputs.isEmpty else {
      var row = ungroupedTotal
      if query.query.inputs.count > 1 { row.kind = .path }
      return [row]
    }
    let isCountable = (query.pathCount.integer ?? .max) <= Self.mostPaths
    guard show.contains(.products), isCountable else {
      if show.contains(.products), let group = wholeGroup, let form = factoredForm(of: group) {
        return [totalRow(of: group, form)]
      }
      let remark = show.contains(.products) ? [countRemark] : []
      return show.isDisjoint(with: [.products, .totals]) ? [] : remark + [ungroupedTotal]
    }
    let groups = groups
    let rows = groups.flatMap(rows)
    return groups.count > 1 ? rows + [ungroupedTotal] : rows
  }

  private var groups: [PathGroup] {
    let isWhole = query.outputs.count == 1 && query.inputs.count == 1
    return query.outputs.enumerated().flatMap { row, output in
      query.inputs.enumerated().map { column, input in
        PathGroup(
          output: output, input: input,
          products: query.products.indices.filter {
            let nodes = query.products[$0].path.nodes
            return nodes.first == input && nodes.last == output
          }, entry: isWhole ? nil : row * query.inputs.count + column)
      }
    }.filter { !$0.products.isEmpty }
  }

  /// The derivative between the only two ends; nil of a query that has more.
  private var wholeGroup: PathGroup? {
    guard query.outputs.count == 1, query.inputs.count == 1 else { return nil }
    return PathGroup(
      output: query.outputs[0], input: query.inputs[0], products: [], entry: nil)
  }

  private func rows(of group: PathGroup) -> [PanelRow] {
    let isOnly = group.products.count == 1 && query.remainder == nil
    let paths = group.products.map { Set(query.products[$0].path.nodes) }
    let shared = paths.dropFirst().reduce(paths.first ?? []) { $0.intersection($1) }
    var rows = group.products.map { pathRow($0, group, shared: isOnly ? [] : shared) }
    if let remainder = remainderRow { rows.append(remainder) }
    let factored = factoredForm(of: group)
    if factored != nil {
      for index in rows.indices { rows[index].isOptional = true }
    }
    if !isOnly { rows.append(totalRow(of: group, factored)) }
    return rows
  }

  // MARK: One path

  private func pathRow(
    _ position: Int, _ group: PathGroup, shared: Set<FigureNodeID>
  ) -> PanelRow {
    let isOnly = group.products.count == 1 && query.remainder == nil
    let product = query.products[position]
    let path = PathText(wording: wording, product: product)
    var row = PanelRow(
      subject: .product(position, query: queryIndex),
      number: numbering.number(query: queryIndex, product: position))
    if !isOnly || row.number != nil { row.via = path.via(shared: shared) }
    let symbols = path.symbols
    let closed = isOnly ? onlyForm(of: group, path) : nil
    if isOnly {
      let total = leftSide(of: group, path, closed)
      let isDirect = product.path.edges.count == 1
      row.lead = [.formula(isDirect ? total : .row([total, .relation("="), symbols]))]
    } else {
      row.lead = [.formula(symbols)]
    }
    let isUse = wording.isOneOfSeveral(product.path.edges[0]) && product.path.edges.count == 1
    if !isUse { row.formula = related("=", path.formula) }
    if isOnly, isDifferential, product.path.edges.count == 1, let closed, let own = ownSymbol {
      row.lead = [.formula(own)]
      row.formula = []
      row.numbers = related("=", closed)
      row.isClosed = true
    } else if let differentials = path.differentials {
      row.formula = [.formula(.row([.text(" where "), differentials]))]
      row.numbers = closed.map { following(of: group, $0) } ?? []
    } else if let closed, closed != path.formula {
      row.numbers = related("=", closed)
      row.isClosed = true
    } else if path.formula != nil {
      row.numbers = related("=", path.numbers)
    }
    let isExact = row.numbers.isEmpty || closed != nil || path.isExactAsRounded
    if let value = path.value {
      let isSaid = closed == value || path.formula == value
      row.value = isSaid ? [] : related(isExact ? "=" : "\u{2248}", value)
    } else if row.numbers.isEmpty {
      row.numbers = related("=", path.simplified)
      row.isClosed = true
    }
    if let shapes = path.shapes { row.value += shapes }
    return row.spoken
  }

  /// What the only path's product comes to: the total in the inputs' names, or, where that is
  /// long and much longer than in the nodes' names, in those.
  private func onlyForm(of group: PathGroup, _ path: PathText) -> Formula? {
    let closed = closedForm(of: group)
    let product = query.products[group.products[0]]
    let most =
      product.path.edges.count > 1 ? Self.longestOnlyForm : wording.length(of: product.product)
    let width = closed.map { linearText($0).count } ?? .max
    let isLong = wording.length(of: query.total) > most || width > Self.widestOnlyForm
    guard isLong || path.usesOwnNames else { return closed }
    if let simplified = path.simplified, width < 3 * linearText(simplified).count / 2 {
      return closed
    }
    if path.formula == nil { return path.simplified ?? closed }
    return path.isShortened ? path.simplified : nil
  }

  /// The left side of the only path's row: with the letters by which the right side goes on.
  private func leftSide(
    of group: PathGroup, _ path: PathText, _ closed: Formula?
  ) -> Formula {
    guard group.entry == nil, path.formula != nil || closed != nil, !isDifferential,
      !shownTotal.isStacked || path.formula == nil || path.isStacked
    else { return symbol(of: group) }
    return ownSymbol ?? symbol(of: group)
  }

  // MARK: Sums

  /// Of paths that have no numbers, between scalars.
  private func factoredForm(of group: PathGroup) -> FactoredForm? {
    let isScalar = wording.figure.nodes.indices.allSatisfy {
      wording.shape(FigureNodeID($0)).isScalar
    }
    guard isScalar, query.pathCount.integer ?? .max > PathNumbering.most else { return nil }
    return FactoredForm(wording, from: group.input, to: group.output)
  }

  private func totalRow(of group: PathGroup, _ factored: FactoredForm?) -> PanelRow {
    var row = PanelRow(
      kind: .total, subject: .total(query: queryIndex), lead: [.formula(symbol(of: group))])
    let numbers = group.products.compactMap { numbering.number(query: queryIndex, product: $0) }
    if let factored {
      row.via = .text("\(query.pathCount) paths")
      row.formula = related("=", factored.symbols)
      row.numbers = related("=", factored.numbers ?? closedForm(of: group))
      row.isClosed = true
      row.value = related(factored.numbers == nil ? "=" : "\u{2248}", value(of: group))
      return row.spoken
    }
    if numbers.isEmpty, query.pathCount.integer ?? 2 > 1 {
      row.formula = related("=", .text("sum of \(query.pathCount) paths"))
    } else if numbers.count == group.products.count {
      let terms = numbers.map { [Piece.number($0)] }.joined(separator: [.formula(.ordinary("+"))])
      row.formula = [.formula(.relation("="))] + Array(terms)
    }
    if let matrices = VectorForm(wording: wording, query: query, group: group) {
      row.numbers = related("=", matrices.product)
      row.value = [.formula(.row([.space(mu: 18), matrices.shapes]), .muted)]
      return row.spoken
    }
    let closed = closedForm(of: group)
    row.isClosed = true
    if group.entry == nil, let own = ownSymbol {
      row.lead = isDifferential ? row.lead : [.formula(own)]
      row.numbers =
        isDifferential ? closed.map { following(of: group, $0) } ?? [] : related("=", closed)
    } else {
      row.numbers = related("=", closed)
    }
    let value = value(of: group)
    if value != closed { row.value = related("=", value) }
    return row.spoken
  }

  /// The whole derivative, without the paths it is the sum of.
  private var ungroupedTotal: PanelRow {
    let names = inputNames
    let output = wording.outputName(of: query)
    let isTotal =
      query.inputs.count == 1 && query.outputs.count == 1
      && wording.isTotal(of: query.outputs[0], by: query.inputs[0])
    let symbol = DerivativeSymbol(of: output, by: names, isTotal: isTotal).formula
    let whole = wholeForm
    var row = PanelRow(
      kind: .total, subject: .total(query: queryIndex),
      lead: [.formula(whole == nil ? symbol : ownSymbol ?? symbol)])
    row.formula = related("=", whole)
    let value = wording.value(of: query.total, as: totalShape)
    if !wording.isNumber(query.total) { row.value = related("=", value) }
    if show.contains(.shapes), !totalShape.isScalar {
      row.value.append(.formula(.row([.space(mu: 18), totalShape.formula]), .muted))
    }
    return row.spoken
  }

  private var wholeForm: Formula? {
    wording.isLong(query.total) ? nil : shownTotal.formula
  }

  private var shownTotal: ShownDerivative {
    wording.shown(
      query.total, DerivativeAxes(output: query.outputShape, inputs: query.inputShapes),
      input: query.query.inputNames.last.map { .name($0) })
  }

  private var totalShape: JacobianShape {
    JacobianShape(
      output: query.outputShape, inputs: query.inputShapes, layout: wording.options.form.layout)
  }

  /// What the form writes on the left of the total; nil where that is Leibniz's symbol.
  private var ownSymbol: Formula? {
    let output = wording.outputName(of: query)
    return shownTotal.symbol(
      of: output, by: inputNames, isTotal: false
    ).map { .styled(.display, $0) }
  }

  private var isDifferential: Bool { shownTotal.reading == .differential }

  /// The total's own equation, behind what it follows from.
  private func following(of group: PathGroup, _ closed: Formula) -> [Piece] {
    [.formula(.row([.text(", so "), ownSymbol ?? symbol(of: group), .relation("="), closed]))]
  }

  /// `+ 41 more = 0.0031`.
  private var remainderRow: PanelRow? {
    guard let remainder = query.remainder else { return nil }
    let listed = query.products.count
    let count = query.pathCount.integer.map { "\($0 - listed) more" } ?? "all others"
    var row = PanelRow(lead: [.formula(.row([.binary("+"), .text(" " + count)]))])
    row.value = related("=", wording.value(of: remainder))
    return row.spoken
  }

  private var countRemark: PanelRow {
    let symbol = { (above: String, below: String) in
      DerivativeSymbol(
        of: Name(above).formula(), by: [Name(below).formula()], isTotal: false
      ).formula
    }
    let output = wording.outputName(of: query)
    let adjoint = { (below: String) in
      DerivativeSymbol(of: output, by: [Name(below).formula()], isTotal: false).formula
    }
    let steps = Formula.row([.identifier("u"), .relation("\u{2192}"), .identifier("v")])
    let sum = Formula.bigOperator("\u{2211}", lower: steps, upper: nil)
    let text = "\(query.pathCount) paths, summed node by node:"
    return PanelRow(
      kind: .remark,
      lead: [
        .formula(.text(text + "  ")),
        .formula(.row([adjoint("u"), .relation("="), sum, adjoint("v"), symbol("v", "u")])),
      ]
    ).spoken
  }

  // MARK: Parts

  private var inputNames: [Formula] {
    zip(query.query.inputNames, query.query.inputs).map { wording.formula(of: $0, $1) }
  }

  private func symbol(of group: PathGroup) -> Formula {
    let isTotal = wording.isTotal(of: group.output, by: group.input)
    return wording.symbol(of: group.output, by: group.input, isTotal: isTotal)
  }

  /// The total or its entry in the inputs' names, if it can be read at a glance.
  private func closedForm(of group: PathGroup) -> Formula? {
    let graph = wording.derivation.graph
    guard let entry = group.entry else {
      return wording.involvesAbstract(query.total) ? nil : wholeForm
    }
    guard case .literal = graph.operation(of: query.total) else { return nil }
    let node = graph.operand(of: query.total, at: entry)
    return wording.isLong(node) || wording.involvesAbstract(node)
      ? nil : wording.phrase(of: node).formula(wording.style)
  }

  private func value(of group: PathGroup) -> Formula? {
    guard let entry = group.entry else {
      return wording.isNumber(query.total)
        ? nil : wording.value(of: query.total, as: totalShape)
    }
    return wording.value(of: query.total, entry: entry)
  }
}

/// A cell that begins with its relation; nothing of nothing.
func related(_ sign: Unicode.Scalar, _ formula: Formula?) -> [Piece] {
  formula.map { [.formula(.row([.relation(sign), $0]))] } ?? []
}

extension PanelRow {
  /// The row with the sentence that says it.
  var spoken: PanelRow {
    var row = self
    let pieces = [lead, formula, numbers, value].flatMap { $0 }.filter { !$0.spoken.isEmpty }
    let said = pieces.enumerated().map { place, piece in
      // What is set back in grey, such as shapes, is an aside.
      (place == 0 ? "" : piece.ink == .muted ? ", " : " ") + piece.spoken
    }
    let way = [number.map { "Path \($0.index + 1)" }, via.map(linearText)].compactMap(\.self)
    let head = way.isEmpty ? "" : way.joined(separator: " ") + ": "
    row.sentence = head + said.joined() + "."
    return row
  }
}

extension Piece {
  fileprivate var ink: Ink? {
    if case .formula(_, let ink) = self { ink } else { nil }
  }

  fileprivate var spoken: String {
    switch self {
    case .formula(let formula, _): linearText(formula)
    case .number(let path): "path \(path.index + 1)"
    case .structure(let structure): structure.kind.rawValue
    }
  }
}
