#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A client's connection, from its first byte to its last.
final class Connection {
  /// What it waits for.
  enum Phase {
    /// The rest of the request.
    case reading
    /// A free place for a worker.
    case queueing
    /// The worker.
    case working
    /// The client, to take the response.
    case writing
    /// The client's end: were a request not read whole, what still comes would cut the response off.
    case closing
    case closed
  }

  let socket: Int32
  private(set) var phase = Phase.reading
  /// When the phase ends at the latest.
  private(set) var deadline: Int
  private let limits: ServerLimits
  private var reader: RequestReader
  /// Whether all of the request has been read.
  private var isWhole = false
  private var query: FigureQuery?
  private var text: [UInt8] = []
  private(set) var worker: Worker?
  private var response: [UInt8] = []
  private var sent = 0

  /// How often one connection, or one worker, is read from before it is another's turn.
  static let mostReads = 16

  init(socket: Int32, limits: ServerLimits) {
    self.socket = socket
    self.limits = limits
    reader = RequestReader(limits: limits)
    deadline = milliseconds() + limits.arrival
  }

  /// Takes what the client has sent; gives the request once it is whole.
  func receive() -> HTTPRequest? {
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    // Who sends without a pause has others served between.
    for _ in 0..<Self.mostReads {
      let count = read(socket, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN { return nil }
      // A client that has gone wants nothing any more.
      guard count > 0 else {
        close()
        return nil
      }
      // What comes after the request is read so that it cannot fill memory, and left at that.
      guard phase == .reading else { continue }
      switch reader.take(buffer[..<count]) {
      case .incomplete: continue
      case .whole(let request):
        isWhole = true
        return request
      case .refused(let status, let reason):
        send(.error(status, id: "bad-request", reason))
        return nil
      }
    }
    return nil
  }

  /// Waits for a worker.
  func enqueue(_ query: FigureQuery, text: [UInt8]) {
    self.query = query
    self.text = text
    enter(.queueing, for: limits.queueing)
  }

  /// Lets a worker make what was asked for.
  func work(program: [String]) {
    guard let query, let worker = Worker(command: program + query.arguments, text: text) else {
      return send(.error(.failed, id: "worker", "no process could be started"))
    }
    self.worker = worker
    text = []
    enter(.working, for: limits.working)
    worker.feed()
  }

  /// Goes on with the worker's pipes; answers once it has ended.
  func attend() {
    guard let worker, let query else { return }
    if worker.input >= 0 { worker.feed() }
    if worker.output >= 0 { worker.drain() }
    guard worker.result.count <= limits.output else {
      return send(.error(.failed, id: "output", "the figure is too large for the page"))
    }
    guard worker.output < 0 else { return }
    worker.poll()
    switch worker.outcome {
    case nil: return
    case .exited(0):
      var response = HTTPResponse(type: query.form.type, body: worker.result)
      response.fileName = query.fileName
      send(response)
    case .exited where !worker.result.isEmpty:
      // What the worker says of the text, or of itself, is JSON too.
      send(HTTPResponse(.unprocessable, type: "application/json", body: worker.result))
    case .exited, .killed:
      send(
        .error(
          .failed, id: "crash",
          "the process that draws ended at once; it may have needed too much memory"))
    }
  }

  /// Ends a phase that has taken too long.
  func expire() {
    switch phase {
    case .reading:
      send(.error(.requestTimeout, id: "slow-request", "the request did not arrive in time"))
    case .queueing: send(.error(.busy, id: "busy", "too many figures are being drawn"))
    case .working:
      let seconds = limits.working / 1000
      send(.error(.timeout, id: "timeout", "the figure takes longer than \(seconds) s to draw"))
    case .writing, .closing, .closed: close()
    }
  }

  func send(_ response: HTTPResponse) {
    worker?.kill()
    worker = nil
    self.response = response.bytes
    enter(.writing, for: limits.departure)
    transmit()
  }

  /// Writes what the client takes of the response.
  func transmit() {
    while sent < response.count {
      let count = response.withUnsafeBytes { bytes in
        bytes.baseAddress.map { write(socket, $0 + sent, bytes.count - sent) } ?? 0
      }
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN { return }
      guard count > 0 else { return close() }
      sent += count
    }
    response = []
    guard !isWhole else { return close() }
    shutdown(socket, Int32(SHUT_WR))
    enter(.closing, for: 2_000)
  }

  func close() {
    guard phase != .closed else { return }
    worker?.kill()
    worker = nil
    phase = .closed
    #if canImport(Glibc)
      _ = Glibc.close(socket)
    #else
      _ = Darwin.close(socket)
    #endif
  }

  private func enter(_ next: Phase, for duration: Int) {
    phase = next
    deadline = milliseconds() + duration
  }
}
