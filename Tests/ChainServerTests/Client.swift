import ChainServer
import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// A server with workers that are a shell script, in a thread of its own.
struct RunningServer {
  let port: UInt16
  private let server: ThreadBound

  private final class ThreadBound: @unchecked Sendable {
    let server: Server
    let ended = DispatchSemaphore(value: 0)

    init(_ server: Server) { self.server = server }
  }

  /// Runs the body with a server, which is stopped at the end.
  ///
  /// - Parameter worker: gets the text at its standard input.
  static func with<Value>(
    worker: String = "cat", _ change: (inout ServerLimits) -> Void = { _ in },
    _ body: (RunningServer) throws -> Value
  ) throws -> Value {
    // A client that has gone is an error of the write that meets it, as in the program.
    signal(SIGPIPE, SIG_IGN)
    var limits = ServerLimits()
    change(&limits)
    let listener = try Listener(port: 0)
    let site = Site(words: "{}") { Array("the text".utf8) }
    guard
      let server = Server(
        listener: listener, site: site, program: ["/bin/sh", "-c", worker, "sh"], limits: limits)
    else { throw CocoaError(.fileNoSuchFile) }
    let bound = ThreadBound(server)
    Thread {
      bound.server.run()
      bound.ended.signal()
    }.start()
    let stop = server.stopDescriptor
    defer {
      var byte: UInt8 = 0
      write(stop, &byte, 1)
      bound.ended.wait()
    }
    return try body(RunningServer(port: listener.port, server: bound))
  }

  func connect() throws -> Client { try Client(port: port) }

  /// Sends bytes and gives the whole answer.
  func exchange(_ text: String) throws -> String {
    let client = try connect()
    client.send(text)
    return client.answer()
  }

  /// Posts a text as the page does.
  func post(_ path: String, _ text: String) throws -> String { try exchange(posting(path, text)) }

  func posting(_ path: String, _ text: String) -> String {
    "POST \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nContent-Length: \(text.utf8.count)\r\n\r\n"
      + text
  }

  func get(_ path: String) -> String {
    "GET \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n"
  }
}

/// A connection that sends whatever bytes it is given.
final class Client {
  private var descriptor: Int32

  init(port: UInt16) throws {
    #if canImport(Glibc)
      descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      descriptor = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    // A worker of the server in this process must not hold the client's end.
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let status = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Foundation.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard status == 0 else { throw CocoaError(.fileReadUnknown) }
  }

  deinit { close() }

  /// Sends what the server takes; false if it takes no more.
  @discardableResult func send(_ text: String) -> Bool {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  /// Everything up to the end of the connection.
  func answer() -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer[..<count]
    }
  }

  func close() {
    if descriptor >= 0 { _ = Foundation.close(descriptor) }
    descriptor = -1
  }
}
