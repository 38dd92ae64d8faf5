package import ExpressionGraph

#if canImport(Glibc)
  import Glibc
#endif

/// The values of an evaluator's nodes at one point.
package struct Evaluation: Sendable {
  package let evaluator: Evaluator
  private(set) var entries: [Double]
  private let scratch: Int
  /// Rows without a value although their sizes are known: an input or a stand-in is missing.
  private var isMissing: [Bool] = []
  private let functions: [StandIn?]

  init(of evaluator: Evaluator, in environment: Environment) {
    self.evaluator = evaluator
    scratch = evaluator.entryCount
    let count = scratch + evaluator.tables.scratchCount
    functions = evaluator.functions.map { environment.functions[$0] }
    var isComplete = !functions.contains { $0 == nil }
    // Rows with a kernel of ours are written before they are read: to fill large ones beforehand
    // would take a tenth of what their products do.
    entries = Array(unsafeUninitializedCapacity: count) { buffer, filled in
      askForLargePages(UnsafeMutableRawBufferPointer(buffer))
      for row in evaluator.rows {
        let given: Tensor?
        switch row.kernel {
        case .input: given = environment.values[row.node]
        case .application: given = nil
        case .constant, .copy, .sum, .product, .elementwise, .reduction, .vectorFunction,
          .matrixFunction, .literal, .slice, .selector, .join, .triangle, .choice, .unresolved:
          continue
        }
        let place = UnsafeMutableBufferPointer(
          rebasing: buffer[row.offset..<row.offset + row.count])
        if let given, given.count == row.count {
          _ = place.initialize(fromContentsOf: given.data)
        } else {
          if case .input = row.kernel { isComplete = false }
          place.initialize(repeating: .nan)
        }
      }
      filled = count
    }
    if !isComplete { isMissing = missing(in: environment) }
    run(evaluator.rows.indices)
  }

  /// The value of a node; nil where an input, a size or a stand-in is missing, or where the node
  /// does not lie below the evaluator's roots.
  package subscript(node: NodeID) -> Tensor? {
    guard let row = evaluator.row(of: node), hasValue(row) else { return nil }
    return Tensor(shape: evaluator.lengths(ofRow: row), data: Array(values(ofRow: row)))
  }

  /// Whether the node has a value, finite or not.
  package func hasValue(_ node: NodeID) -> Bool {
    evaluator.row(of: node).map(hasValue) ?? false
  }

  func hasValue(_ row: Int) -> Bool {
    evaluator.rows[row].isResolved && (isMissing.isEmpty || !isMissing[row])
  }

  func values(ofRow row: Int) -> ArraySlice<Double> {
    let row = evaluator.rows[row]
    return entries[row.offset..<row.offset + row.count]
  }

  func isFinite(_ row: Int) -> Bool { values(ofRow: row).allSatisfy(\.isFinite) }

  /// The largest magnitude of any finite entry of any node.
  var largestMagnitude: Double {
    entries[..<scratch].reduce(0) { $1.isFinite ? max($0, abs($1)) : $0 }
  }

  /// Changes an input and evaluates again what depends on it.
  mutating func set(_ row: Int, to values: some Collection<Double>, dependents: [Int]) {
    let offset = evaluator.rows[row].offset
    for (position, value) in values.enumerated() { entries[offset + position] = value }
    run(dependents)
  }

  private func missing(in environment: Environment) -> [Bool] {
    var isMissing = Array(repeating: false, count: evaluator.rows.count)
    for (position, row) in evaluator.rows.enumerated() {
      let isAbsent =
        switch row.kernel {
        case .input: environment.values[row.node]?.count != row.count
        case .application(let id): functions[evaluator.tables.applications[id].function] == nil
        case .constant, .copy, .sum, .product, .elementwise, .reduction, .vectorFunction,
          .matrixFunction, .literal, .slice, .selector, .join, .triangle, .choice, .unresolved:
          false
        }
      isMissing[position] =
        isAbsent || row.operands.contains { isMissing[evaluator.operandRows[$0]] }
    }
    return isMissing
  }

  /// The same evaluation with an error of a unit in the last place in every rounded result.
  func erring(seed: UInt64) -> Evaluation {
    var other = self
    var generator = SeededGenerator(seed: seed)
    for (position, row) in evaluator.rows.enumerated() {
      other.run(CollectionOfOne(position))
      guard row.kernel.rounds else { continue }
      for i in row.offset..<row.offset + row.count {
        other.entries[i] *= generator.next() & 1 == 0 ? 1 + .ulpOfOne : 1 - .ulpOfOne
      }
    }
    return other
  }

  private mutating func run(_ selection: some Sequence<Int>) {
    let (evaluator, functions, scratch) = (self.evaluator, self.functions, self.scratch)
    entries.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      evaluator.operandRows.withUnsafeBufferPointer { operandRows in
        evaluator.rows.withUnsafeBufferPointer { rows in
          let machine = KernelMachine(
            base: base, scratch: base + scratch, rows: rows, operandRows: operandRows,
            tables: evaluator.tables, functions: functions)
          for row in selection { machine.run(rows[row]) }
        }
      }
    }
  }
}

/// Asks the system for pages of megabytes: to be given thousands of small ones takes longer than to
/// multiply matrices of a thousand rows by a hundred columns.
private func askForLargePages(_ memory: UnsafeMutableRawBufferPointer) {
  #if canImport(Glibc)
    let page = 1 << 21
    guard memory.count >= 4 * page, let start = memory.baseAddress else { return }
    let first = start.alignedUp(toMultipleOf: page)
    let last = (start + memory.count).alignedDown(toMultipleOf: page)
    madvise(first, last - first, MADV_HUGEPAGE)
  #endif
}
