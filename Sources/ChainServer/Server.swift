#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Serves a site to this machine: one loop that waits for all connections and workers at once.
///
/// Every wait has an end, every buffer and every number of things a limit (`ServerLimits`). What a
/// worker does costs its own request only; a client that goes takes its worker along.
package final class Server {
  private let listener: Listener
  private let site: Site
  private let program: [String]
  private let limits: ServerLimits
  private let stopper: Descriptors.Pipe
  /// In the order in which they came, which is the order in which they get workers.
  private var connections: [Connection] = []

  /// - Parameters:
  ///   - program: the worker's path and first arguments; what a query asks for is put behind them.
  package init?(listener: Listener, site: Site, program: [String], limits: ServerLimits) {
    guard let stopper = Descriptors.pipe() else { return nil }
    self.listener = listener
    self.site = site
    self.program = program
    self.limits = limits
    self.stopper = stopper
    Descriptors.setNonblocking(stopper.writing)
  }

  /// A byte written to this descriptor ends the server; a signal's handler may write it.
  package var stopDescriptor: Int32 { stopper.writing }

  /// Serves until it is stopped; then no worker is left.
  package func run() {
    while serve() {}
    for connection in connections { connection.close() }
    close(listener.descriptor)
    Descriptors.close(stopper)
  }

  /// What a descriptor is waited for.
  private enum Role {
    case stopper
    case listener
    case client(Connection)
    case worker(Connection)
  }

  /// Waits once and goes on with whatever is ready; false if the server is to stop.
  private func serve() -> Bool {
    startWorkers()
    var polled: [pollfd] = []
    var roles: [Role] = []
    func wait(_ descriptor: Int32, _ events: Int32, _ role: Role) {
      polled.append(pollfd(fd: descriptor, events: Int16(events), revents: 0))
      roles.append(role)
    }
    wait(stopper.reading, POLLIN, .stopper)
    if connections.count < limits.connections { wait(listener.descriptor, POLLIN, .listener) }
    for connection in connections {
      wait(connection.socket, connection.phase == .writing ? POLLOUT : POLLIN, .client(connection))
      guard let worker = connection.worker else { continue }
      if worker.input >= 0 { wait(worker.input, POLLOUT, .worker(connection)) }
      if worker.output >= 0 { wait(worker.output, POLLIN, .worker(connection)) }
    }
    _ = poll(&polled, nfds_t(polled.count), Int32(timeout))
    for (entry, role) in zip(polled, roles) where entry.revents != 0 {
      switch role {
      case .stopper: return false
      case .listener: accept()
      case .client(let connection): goOn(with: connection)
      case .worker(let connection): connection.attend()
      }
    }
    sweep()
    return true
  }

  private func startWorkers() {
    var free = limits.workers - connections.count { $0.phase == .working }
    for connection in connections where free > 0 && connection.phase == .queueing {
      connection.work(program: program)
      free -= 1
    }
  }

  private func accept() {
    while connections.count < limits.connections,
      let socket = Descriptors.accept(listener.descriptor)
    {
      connections.append(Connection(socket: socket, limits: limits))
    }
  }

  private func goOn(with connection: Connection) {
    switch connection.phase {
    case .writing: connection.transmit()
    case .reading, .queueing, .working, .closing:
      guard let request = connection.receive() else { return }
      if let refusal = request.refusal(port: listener.port) { return connection.send(refusal) }
      switch site.answer(request) {
      case .now(let response): connection.send(response)
      case .later(let query): connection.enqueue(query, text: request.body)
      }
    case .closed: return
    }
  }

  /// Ends what has taken too long, and forgets what has ended.
  private func sweep() {
    let now = milliseconds()
    for connection in connections {
      // A worker whose output has ended is about to end.
      if let worker = connection.worker, worker.output < 0 { connection.attend() }
      if connection.phase != .closed, connection.deadline <= now { connection.expire() }
    }
    connections.removeAll { $0.phase == .closed }
  }

  /// Milliseconds to the next deadline; a few where a worker is about to end.
  private var timeout: Int {
    var wait = 60_000
    let now = milliseconds()
    for connection in connections {
      let isEnding = connection.worker.map { $0.output < 0 } ?? false
      wait = min(wait, isEnding ? 2 : max(0, connection.deadline - now))
    }
    return wait
  }
}
