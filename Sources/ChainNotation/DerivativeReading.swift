package import ExpressionGraph
package import MathTypesetting

/// A derivative as it is shown: an equation's right side, and what its left side has to say.
package struct ShownDerivative: Hashable, Sendable {
  /// How the derivative was read, which decides the left side.
  package enum Reading: Hashable, Sendable {
    /// As a scalar, vector or matrix.
    case matrix
    /// By entries, with these letters for the output's axes and each input's.
    case index([[String]])
    /// Between stacked columns; how many axes the output and each input have.
    case kronecker([Int])
    case differential
  }

  package let reading: Reading
  package let phrase: Phrase

  package init(reading: Reading, phrase: Phrase) {
    self.reading = reading
    self.phrase = phrase
  }

  /// Where nothing is known but whose derivative it is.
  package static let leibniz = ShownDerivative(reading: .matrix, phrase: .ellipsis)

  /// As a factor between stacked columns: the gradient of a matrix is a row of all its entries.
  package func stacked(_ axes: DerivativeAxes) -> ShownDerivative {
    guard axes.order == 2, let gradient = axes.inputs.last, axes.output.order != 1 else {
      return self
    }
    let shape = axes.output.isScalar ? gradient : axes.output
    let stack = Phrase.reshape(
      .init(
        operand: phrase, pattern: ReshapePattern(source: shape, target: Shape([shape.size]))))
    return ShownDerivative(
      reading: .kronecker([]), phrase: axes.output.isScalar ? stack.transposed : stack)
  }

  package var formula: Formula { phrase.formula(style) }

  /// How its names are set.
  package var style = FormulaStyle.plain

  /// The same with its names set in a style.
  package func styled(_ style: FormulaStyle) -> ShownDerivative {
    var styled = self
    styled.style = style
    return styled
  }

  /// The right side as a line of text: the language's, except where that has no notation.
  package var text: String {
    switch reading {
    case .matrix, .index: phrase.text
    case .kronecker, .differential: phrase.words
    }
  }

  /// Whether the derivative is written between stacked columns.
  package var isStacked: Bool {
    if case .kronecker = reading { true } else { false }
  }

  /// Whether the commutation matrix occurs, whose meaning a reader is told.
  package var usesCommutation: Bool {
    var pending = [phrase]
    while let phrase = pending.popLast() {
      if case .commutation = phrase { return true }
      pending.append(contentsOf: phrase.parts)
    }
    return false
  }
}

extension Notation {
  /// A finished derivative in the form asked for; of three or more axes by index where the form
  /// cannot say it.
  ///
  /// - Parameter inputName: what the differential form calls the input.
  /// - Complexity: linear in the graph below the node.
  package func derivative(
    _ node: NodeID, axes: DerivativeAxes, form: DerivativeForm, inputName: Phrase? = nil,
    limit: Int = Extent.defaultLimit
  ) -> ShownDerivative {
    guard axes.isTensor, !graph.isApplication(node) else {
      let phrase = matrix(node, axes, layout: form.layout, limit: limit)
      return phrase.isByLabels
        ? entries(node, axes, reader(of: node, limit: limit))
        : ShownDerivative(reading: .matrix, phrase: phrase)
    }
    let reader = reader(of: node, limit: limit)
    switch form.tensors {
    case .index:
      // Indices of merged axes are no reading matter: dY = dA ⊗ B is.
      if axes.isMap, reader.mergesAxes(node),
        let phrase = differential(node, axes, inputName, reader)
      {
        return ShownDerivative(reading: .differential, phrase: phrase)
      }
    case .kronecker:
      if axes.isMap, let reading = reader.kronecker(node, rows: axes.outer.order) {
        let written = reading.written(turned: form.layout == .denominator)
        let orders = [axes.output.order] + axes.inputs.map(\.order)
        return ShownDerivative(reading: .kronecker(orders), phrase: written.phrase)
      }
    case .differential:
      if axes.isMap, let phrase = differential(node, axes, inputName, reader) {
        return ShownDerivative(reading: .differential, phrase: phrase)
      }
    }
    return entries(node, axes, reader)
  }

  private func entries(
    _ node: NodeID, _ axes: DerivativeAxes, _ reader: NodeReader
  ) -> ShownDerivative {
    let phrase = reader.phrase(of: node, .column)
    var letters = IndexLetters([axes.output] + axes.inputs, avoiding: phrase.names)
    let groups = letters.groups
    return ShownDerivative(
      reading: .index(groups), phrase: phrase.component(groups.flatMap(\.self), &letters))
  }

  /// The factors of a path's product by entries, output to input, and the letters of the nodes
  /// between them, which are summed over.
  package func derivatives(
    _ factors: [NodeID], along shapes: [Shape], limit: Int = Extent.defaultLimit
  ) -> (factors: [Phrase], summed: [String]) {
    let phrases = factors.map { reader(of: $0, limit: limit).phrase(of: $0, .column) }
    let names = phrases.reduce(into: Set<String>()) { $0.formUnion($1.names) }
    var letters = IndexLetters(shapes, avoiding: names)
    let groups = letters.groups
    let entries = phrases.enumerated().map { place, phrase in
      phrase.component(groups[place] + groups[place + 1], &letters)
    }
    let said = entries.filter { $0 != .number(.one) }
    return (said.isEmpty ? [.number(.one)] : said, groups.dropFirst().dropLast().flatMap(\.self))
  }

  /// What the derivative does to a small change of its last input, in matrix notation; nil where
  /// that does not reach.
  package func differential(
    _ node: NodeID, axes: DerivativeAxes, inputName: Phrase, limit: Int = Extent.defaultLimit
  ) -> ShownDerivative? {
    differential(node, axes, inputName, reader(of: node, limit: limit)).map {
      ShownDerivative(reading: .differential, phrase: $0)
    }
  }

  private func matrix(
    _ node: NodeID, _ axes: DerivativeAxes, layout: DerivativeLayout, limit: Int
  ) -> Phrase {
    // A gradient of a matrix's shape is the same in both layouts, as is the derivative of a matrix.
    let isGradient = axes.outer.isScalar && axes.order == 1
    let isVectors = axes.outer.order <= 1 && axes.inner.allSatisfy { $0.order <= 1 }
    guard !axes.isTensor else { return reader(of: node, limit: limit).phrase(of: node, .column) }
    let isTurned = layout == .numerator ? isGradient : isVectors && !isGradient
    let reader = reader(of: node, limit: limit)
    return isTurned ? reader.turnedPhrase(of: node) : reader.phrase(of: node, .column)
  }

  private func differential(
    _ node: NodeID, _ axes: DerivativeAxes, _ name: Phrase?, _ reader: NodeReader
  ) -> Phrase? {
    guard case .name(let name) = name, let input = axes.inputs.last else { return nil }
    let change = Name(name.text, order: input.order, isDifferential: true)
    guard
      let reading = reader.contracted(
        node, last: input.order, with: Strand(Written(.name(change))))
    else { return nil }
    let phrase = reading.phrase
    return phrase.hasContraction ? nil : phrase
  }
}

extension ExpressionGraph {
  /// Whether the node is an abstract function or a derivative of one, which has a name as a whole.
  fileprivate func isApplication(_ node: NodeID) -> Bool {
    if case .application = operation(of: node) { true } else { false }
  }
}

extension NodeReader {
  /// A vector as a row, a matrix with rows and columns exchanged.
  func turnedPhrase(of node: NodeID) -> Phrase {
    graph.shape(of: node).order == 1
      ? phrase(of: node, .row) : self[node].written(turned: true).phrase
  }

  /// Whether a product, or a term of a sum, makes one axis of two.
  func mergesAxes(_ node: NodeID) -> Bool {
    if case .sum = graph.operation(of: node) {
      return graph.operands(of: node).contains(where: mergesAxes)
    }
    guard case .product = graph.operation(of: node) else { return mergedAxes(of: node) != nil }
    return graph.operands(of: node).contains { mergedAxes(of: $0) != nil }
  }

  /// A tensor as a matrix between stacked columns; nil if its axes do not pair.
  func kronecker(_ node: NodeID, rows: Int) -> Reading? {
    linear(node) { graph in
      graph.reduce()
      return graph.kronecker(rows: rows)
    }
  }

  /// A tensor's last axes summed against those of another.
  func contracted(_ node: NodeID, last count: Int, with strand: Strand) -> Reading? {
    linear(node) { graph in
      graph.contract(last: count, with: strand)
      graph.reduce()
      return graph.reading()
    }
  }

  /// A product, or each product of a sum, read some other way.
  private func linear(
    _ node: NodeID, _ read: (inout LabelGraph) -> Reading?
  ) -> Reading? {
    let operands = graph.operands(of: node)
    switch graph.operation(of: node) {
    case .product(let id):
      var product = graph[id].labelGraph(of: operands.map(productOperand))
      return read(&product)
    case .sum(let id):
      let terms = operands.compactMap { linear($0, read) }
      return terms.count == operands.count ? Reading.sum(of: terms, graph[id].coefficients) : nil
    case .reshape where mergedAxes(of: node) != nil:
      let shape = graph.shape(of: node)
      let labels = shape.dimensions.indices.map(Label.init)
      let alone = ProductPattern(
        factors: [.init(labels: labels)], output: labels, extents: shape.dimensions)
      var product = alone.labelGraph(of: [productOperand(node)])
      return read(&product)
    case .variable, .number, .pi, .dimension, .elementwise, .reduction, .vectorFunction,
      .matrixFunction, .literal, .slice, .selector, .reshape, .join, .triangle, .choice,
      .application, .definition:
      return nil
    }
  }
}

extension Phrase {
  /// Whether labels stand somewhere that matrix notation does not reach.
  fileprivate var hasContraction: Bool {
    var pending = [self]
    while let phrase = pending.popLast() {
      if case .contraction = phrase { return true }
      pending.append(contentsOf: phrase.parts)
    }
    return false
  }
}
