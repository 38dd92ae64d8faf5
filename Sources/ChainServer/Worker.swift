import CSupport

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A process that makes one figure: the text goes in at its standard input, the figure comes out at
/// its standard output, and what becomes of it concerns nobody else.
final class Worker {
  /// How a worker ended.
  enum Outcome: Hashable {
    case exited(Int32)
    /// Killed by a signal, its own fault's or ours.
    case killed(Int32)
  }

  private let process: pid_t
  /// The end of its standard input that is written to; -1 once all is written.
  private(set) var input: Int32
  /// The end of its standard output that is read from; -1 once it is closed.
  private(set) var output: Int32
  private var text: [UInt8]
  private var sent = 0
  private(set) var result: [UInt8] = []
  private(set) var outcome: Outcome?

  /// Starts a program; nil if the system refuses.
  init?(command: [String], text: [UInt8]) {
    let arguments = command.map { strdup($0) }
    defer { for argument in arguments { free(argument) } }
    var ends: (input: Int32, output: Int32) = (-1, -1)
    process = chaingraph_start(command[0], arguments + [nil], &ends.input, &ends.output)
    (input, output) = ends
    self.text = text
    if process < 0 { return nil }
  }

  /// Writes what the worker takes of its text.
  func feed() {
    while sent < text.count {
      let count = text.withUnsafeBytes { bytes in
        bytes.baseAddress.map { write(input, $0 + sent, bytes.count - sent) } ?? 0
      }
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN { return }
      guard count > 0 else { break }
      sent += count
    }
    // A worker that has closed its input has read enough.
    text = []
    close(input)
    input = -1
  }

  /// Reads what the worker has written.
  func drain() {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    for _ in 0..<Connection.mostReads {
      let count = read(output, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN { return }
      guard count > 0 else {
        close(output)
        output = -1
        return
      }
      result.append(contentsOf: buffer[..<count])
    }
  }

  /// Looks whether the process has ended.
  func poll() {
    guard outcome == nil else { return }
    var status: Int32 = 0
    if waitpid(process, &status, WNOHANG) == process { end(status) }
  }

  /// Ends the process at once if it still runs, and lets go of its pipes.
  func kill() {
    if outcome == nil {
      #if canImport(Glibc)
        Glibc.kill(process, SIGKILL)
      #else
        Darwin.kill(process, SIGKILL)
      #endif
      var status: Int32 = 0
      while waitpid(process, &status, 0) < 0, errno == EINTR {}
      end(status)
    }
    for descriptor in [input, output] where descriptor >= 0 { close(descriptor) }
    (input, output) = (-1, -1)
  }

  private func end(_ status: Int32) {
    let signal = status & 0x7F
    outcome = signal == 0 ? .exited((status >> 8) & 0xFF) : .killed(signal)
  }
}
