import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// `chaingraph serve`, run as a user runs it, and what its clients send.
final class ServedPage {
  private let process = Process()
  /// `http://127.0.0.1:40123/`, as the program prints it.
  let address: String

  var port: UInt16 { URL(string: address)?.port.map(UInt16.init) ?? 0 }

  /// Starts the program and waits for the address.
  init(_ arguments: String..., in folder: URL) throws {
    let output = Pipe()
    process.executableURL = Program.executable
    process.arguments = ["serve"] + arguments
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    var line: [UInt8] = []
    while line.last != UInt8(ascii: "\n"),
      let byte = try output.fileHandleForReading.read(upToCount: 1)?.first
    { line.append(byte) }
    address = String(decoding: line.dropLast(), as: UTF8.self)
  }

  /// Sends a signal and gives the exit code once the program has ended.
  @discardableResult func stop(_ signal: Int32 = SIGTERM) -> Int32 {
    if process.isRunning { kill(process.processIdentifier, signal) }
    process.waitUntilExit()
    return process.terminationStatus
  }

  deinit { stop(SIGKILL) }

  /// Sends a request, `Host` and length added, and gives the status and the body.
  func send(_ line: String, _ body: String = "", host: String? = nil) throws -> (Int, String) {
    #if canImport(Glibc)
      let stream = Int32(SOCK_STREAM.rawValue)
    #else
      let stream = SOCK_STREAM
    #endif
    let descriptor = socket(AF_INET, stream, 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let status = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard status == 0 else { throw CocoaError(.fileReadUnknown) }
    let request =
      "\(line) HTTP/1.1\r\nHost: \(host ?? "127.0.0.1:\(port)")\r\n"
      + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
    _ = Array(request.utf8).withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    let answer = String(decoding: bytes, as: UTF8.self)
    let head = answer.range(of: "\r\n\r\n")
    return (
      Int(answer.dropFirst(9).prefix(3)) ?? 0,
      head.map { String(answer[$0.upperBound...]) } ?? ""
    )
  }
}
