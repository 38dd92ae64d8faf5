import CGraphvizShim
import Testing

/// The C shim by itself: what it draws is held against Graphviz's own record, and what Graphviz
/// says is kept.
struct GraphvizSessionTests {
  @Test func drawnNodesStandWhereGraphvizRecordsThem() throws {
    let session = try open()
    defer { cgv_close(session) }
    cgv_set_default(session, CGV_NODE, "fixedsize", "true")
    cgv_set_default(session, CGV_NODE, "label", "")
    for node in 0..<7 {
      _ = cgv_add_node(session)
      cgv_set_node(session, Int32(node), "shape", node % 2 == 0 ? "box" : "ellipse")
      cgv_set_node(session, Int32(node), "width", "\(Double(31 + 6 * node) / 72)")
      cgv_set_node(session, Int32(node), "height", "\(Double(21 + 2 * node) / 72)")
    }
    for (tail, head) in [(0, 2), (1, 2), (2, 3), (2, 4), (3, 5), (4, 5), (0, 5), (5, 6)] {
      _ = cgv_add_edge(session, Int32(tail), Int32(head))
    }
    #expect(cgv_run(session))
    let nodes = primitives(of: session).filter { $0.object == CGV_NODE }
    #expect(nodes.map(\.index).sorted() == Array(0..<7))
    for node in nodes {
      let center = cgv_node_center(session, node.index)
      let drawn = middle(of: node, in: session)
      #expect(abs(drawn.x - center.x) < 1e-9 && abs(drawn.y - center.y) < 1e-9)
    }
  }

  @Test func textsAreMeasuredByUs() throws {
    let session = try open()
    defer { cgv_close(session) }
    let sizes = [(300.0, 20.0), (31, 7), (1, 1), (2, 400)]
    for (width, height) in sizes {
      _ = cgv_add_text(session, width, height)
    }
    #expect(cgv_run(session))
    let boxes = primitives(of: session).sorted { $0.index < $1.index }
    #expect(boxes.map(\.kind) == sizes.map { _ in CGV_POLYGON })
    for (box, (width, height)) in zip(boxes, sizes) {
      let corners = (box.first..<box.first + box.count).map { point($0, in: session) }
      let (x, y) = (corners.map(\.x), corners.map(\.y))
      #expect(abs((x.max() ?? 0) - (x.min() ?? 0) - width) < 1e-9)
      #expect(abs((y.max() ?? 0) - (y.min() ?? 0) - height) < 1e-9)
    }
  }

  @Test func warningsAreKept() throws {
    let session = try open()
    defer { cgv_close(session) }
    _ = cgv_add_node(session)
    cgv_set_node(session, 0, "shape", "nonsense")
    #expect(cgv_run(session))
    #expect(cgv_message_count(session) == 1)
    #expect(!cgv_message_is_error(session, 0))
    #expect(String(cString: cgv_message(session, 0)).contains("unknown shape nonsense"))
  }

  @Test func errorsAreKeptAndEndTheRun() throws {
    let session = try open()
    defer { cgv_close(session) }
    _ = cgv_add_node(session)
    cgv_set_node(session, 0, "shape", "record")
    cgv_set_node(session, 0, "label", "{|")
    #expect(!cgv_run(session))
    #expect(cgv_message_count(session) >= 1)
    #expect(cgv_message_is_error(session, 0))
  }

  @Test func aSessionAfterAFailureIsSound() throws {
    try errorsAreKeptAndEndTheRun()
    try drawnNodesStandWhereGraphvizRecordsThem()
  }

  private func open() throws -> OpaquePointer {
    var failure: UnsafePointer<CChar>?
    return try #require(cgv_open(&failure))
  }

  private func primitives(of session: OpaquePointer) -> [cgv_primitive] {
    var count = 0
    return Array(UnsafeBufferPointer(start: cgv_primitives(session, &count), count: count))
  }

  private func point(_ index: Int, in session: OpaquePointer) -> cgv_point {
    var count = 0
    return UnsafeBufferPointer(start: cgv_points(session, &count), count: count)[index]
  }

  private func middle(of node: cgv_primitive, in session: OpaquePointer) -> cgv_point {
    let points = (node.first..<node.first + node.count).map { point($0, in: session) }
    guard node.kind == CGV_POLYGON else { return points[0] }
    let (x, y) = (points.map(\.x), points.map(\.y))
    return cgv_point(
      x: ((x.min() ?? 0) + (x.max() ?? 0)) / 2, y: ((y.min() ?? 0) + (y.max() ?? 0)) / 2)
  }
}
