#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// File descriptors as a server wants them: closed in the programs it starts, never waited for.
enum Descriptors {
  struct Pipe {
    let reading: Int32
    let writing: Int32
  }

  static func pipe() -> Pipe? {
    var ends: [Int32] = [-1, -1]
    #if canImport(Glibc)
      guard Glibc.pipe(&ends) == 0 else { return nil }
    #else
      guard Darwin.pipe(&ends) == 0 else { return nil }
    #endif
    for end in ends { setClosedOnExec(end) }
    return Pipe(reading: ends[0], writing: ends[1])
  }

  static func close(_ pipe: Pipe) {
    #if canImport(Glibc)
      _ = (Glibc.close(pipe.reading), Glibc.close(pipe.writing))
    #else
      _ = (Darwin.close(pipe.reading), Darwin.close(pipe.writing))
    #endif
  }

  static func setNonblocking(_ descriptor: Int32) {
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
  }

  static func setClosedOnExec(_ descriptor: Int32) {
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
  }

  /// A connection that a listening socket has waiting; nil if none, or none can be had now.
  static func accept(_ listener: Int32) -> Int32? {
    #if canImport(Glibc)
      let socket = Glibc.accept(listener, nil, nil)
    #else
      let socket = Darwin.accept(listener, nil, nil)
    #endif
    guard socket >= 0 else { return nil }
    setClosedOnExec(socket)
    setNonblocking(socket)
    return socket
  }
}

/// A socket that listens on this machine's own address alone.
package struct Listener: Sendable {
  let descriptor: Int32
  package let port: UInt16

  /// Why there is no socket, as the system says it.
  package struct Problem: Error {
    package let reason: String
  }

  /// - Parameter port: 0 for any that is free.
  package init(port: UInt16) throws(Problem) {
    #if canImport(Glibc)
      let stream = Int32(SOCK_STREAM.rawValue)
    #else
      let stream = SOCK_STREAM
    #endif
    let descriptor = socket(AF_INET, stream, 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    // A port is free again as soon as its server has ended.
    var yes: Int32 = 1
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(descriptor, address, length) == 0 && listen(descriptor, 256) == 0
          && getsockname(descriptor, address, &length) == 0
      }
    }
    guard isBound else {
      let reason = String(cString: strerror(errno))
      if descriptor >= 0 { close(descriptor) }
      throw Problem(reason: reason)
    }
    Descriptors.setClosedOnExec(descriptor)
    Descriptors.setNonblocking(descriptor)
    self.descriptor = descriptor
    self.port = UInt16(bigEndian: address.sin_port)
  }
}

/// Milliseconds on a clock that never goes back.
func milliseconds() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
}
