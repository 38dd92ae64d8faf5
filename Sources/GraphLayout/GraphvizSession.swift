import CGraphvizShim

/// One graph inside Graphviz: built, laid out and drawn once, freed at its end.
///
/// Graphviz keeps global state, the only one in this package: making a session waits until the
/// session before it, in any thread, has ended.
struct GraphvizSession: ~Copyable {
  private let handle: OpaquePointer

  init() throws(LayoutError) {
    var failure: UnsafePointer<CChar>?
    guard let handle = cgv_open(&failure) else {
      throw .unavailable(failure.map { String(cString: $0) } ?? "no reason given")
    }
    self.handle = handle
  }

  deinit {
    cgv_close(handle)
  }

  var version: String { String(cString: cgv_version(handle)) }

  func setDefaults(_ object: cgv_object, _ attributes: KeyValuePairs<String, String>) {
    for (key, value) in attributes {
      cgv_set_default(handle, object, key, value)
    }
  }

  func addNode(_ attributes: KeyValuePairs<String, String>) -> Int {
    let node = cgv_add_node(handle)
    for (key, value) in attributes {
      cgv_set_node(handle, node, key, value)
    }
    return Int(node)
  }

  func addEdge(from tail: Int, to head: Int, _ attributes: KeyValuePairs<String, String>) -> Int {
    let edge = cgv_add_edge(handle, Int32(tail), Int32(head))
    for (key, value) in attributes {
      cgv_set_edge(handle, edge, key, value)
    }
    return Int(edge)
  }

  /// Adds a node that is the box of a text, in points.
  func addText(width: Double, height: Double) -> Int {
    Int(cgv_add_text(handle, width, height))
  }

  /// Puts nodes on one rank.
  func setSameRank(_ nodes: [Int]) {
    guard !nodes.isEmpty else { return }
    cgv_set_same_rank(handle, nodes.map(Int32.init), nodes.count)
  }

  /// Lays the graph out and draws it; to be called once.
  func run() throws(LayoutError) -> Primitives {
    guard cgv_run(handle) else {
      let errors = messages(errors: true)
      throw .graphviz(errors.isEmpty ? "no reason given" : errors.joined(separator: "; "))
    }
    var count = 0
    let primitives = UnsafeBufferPointer(start: cgv_primitives(handle, &count), count: count)
    let points = UnsafeBufferPointer(start: cgv_points(handle, &count), count: count)
    return Primitives(
      list: Array(primitives), points: Array(points), warnings: messages(errors: false))
  }

  private func messages(errors: Bool) -> [String] {
    (0..<cgv_message_count(handle))
      .filter { cgv_message_is_error(handle, $0) == errors }
      .map { index in
        let text = String(cString: cgv_message(handle, index))
        return String(text.prefix { $0 != "\n" })
      }
  }
}

/// What Graphviz drew.
struct Primitives {
  let list: [cgv_primitive]
  let points: [cgv_point]
  let warnings: [String]
}
