/// What one client, or all of them, may take.
package struct ServerLimits: Sendable {
  /// Bytes of a request's head.
  package var head = 16 << 10
  /// Bytes of a request's body.
  package var body = 1 << 20
  /// Bytes that a worker may write.
  package var output = 64 << 20
  /// Milliseconds for a request to arrive whole, however its bytes are spread.
  package var arrival = 10_000
  /// Milliseconds for a response to be taken.
  package var departure = 30_000
  /// Milliseconds that a request waits for a worker.
  package var queueing = 20_000
  /// Milliseconds that a worker may take.
  package var working = 8_000
  /// Connections held at once; more of them wait in the system's queue.
  package var connections = 128
  /// Workers that run at once.
  package var workers = 2

  package init() {}
}
