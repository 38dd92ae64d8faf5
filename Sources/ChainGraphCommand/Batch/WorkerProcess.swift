import CSupport

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A worker seen from the program that gives it work.
struct WorkerProcess {
  let process: pid_t
  /// Where it writes a file before it is renamed.
  let draft: String
  let input: Int32
  let output: Int32
  private var outgoing: ArraySlice<UInt8> = []
  private var incoming = WireBuffer()
  /// What it has been given and not answered, in order.
  private(set) var tasks: [WorkerTask] = []
  private var parts: [String] = []
  /// For how long it has been at the first of them, in milliseconds.
  var patience = 0
  /// Whether it was ended for taking too long.
  var isTooSlow = false

  /// Starts a worker.
  ///
  /// - Parameters:
  ///   - setup: what it is told first; the draft's name is completed by the process's number.
  init(_ setup: WorkerSetup) throws(Failure) {
    // A program that breaks down says things that only its makers understand: they are lost.
    let words = [CommandLine.arguments.first ?? "chaingraph", Worker.argument]
    let arguments = words.map { strdup($0) }
    defer { for argument in arguments { free(argument) } }
    var ends: (input: Int32, output: Int32) = (-1, -1)
    let child = chaingraph_start(ownPath(), arguments + [nil], &ends.input, &ends.output)
    guard child >= 0 else { throw .noWorker(reason: systemMessage()) }
    process = child
    (input, output) = ends
    var setup = setup
    setup.draft += String(child)
    draft = setup.draft
    outgoing += setup.message.bytes
  }

  var hasMoreToSend: Bool { !outgoing.isEmpty }

  mutating func give(_ task: WorkerTask) {
    if tasks.isEmpty { patience = 0 }
    tasks.append(task)
    outgoing += task.message.bytes
    send()
  }

  /// Sends as much as goes now; a worker that is gone is found out when it is read from.
  mutating func send() {
    while !outgoing.isEmpty {
      let count = outgoing.withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      outgoing = outgoing.dropFirst(count)
    }
    outgoing = []
  }

  /// What it has answered; nil if it has ended.
  mutating func receive() -> [(WorkerTask, WorkerResult)]? {
    var results: [(WorkerTask, WorkerResult)] = []
    while let bytes = received(from: output) {
      if bytes.isEmpty { return results.isEmpty ? nil : results }
      incoming.append(bytes)
      while let message = incoming.next() {
        var result = WorkerResult(message)
        if result.parts.isEmpty { result.parts = parts } else { parts = result.parts }
        guard let first = tasks.first, first.number == result.number else { return nil }
        tasks.removeFirst()
        patience = 0
        results.append((first, result))
      }
    }
    return results
  }

  /// Ends the worker, if it has not ended, and removes what it left half done; how it ended.
  func end() -> String {
    close(input)
    close(output)
    kill(process, SIGKILL)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    unlink(draft)
    let signal = status & 0x7F
    return signal != 0 ? "signal \(signal)" : "status \((status >> 8) & 0xFF)"
  }

  /// Lets an idle worker go.
  func dismiss() {
    close(input)
    close(output)
    while waitpid(process, nil, 0) < 0, errno == EINTR {}
  }
}
