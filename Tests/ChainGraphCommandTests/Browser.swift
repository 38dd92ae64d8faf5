import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// Chromium, driven through its DevTools protocol over a pair of pipes.
final class Browser {
  private let process: pid_t
  private let commands: Int32
  private let events: Int32
  private var received: [UInt8] = []
  private var count = 0
  private var session: String?

  /// Starts a browser with one empty page; downloads go into the folder.
  init(in folder: URL) throws {
    var toBrowser: [Int32] = [-1, -1]
    var fromBrowser: [Int32] = [-1, -1]
    try #require(pipe(&toBrowser) == 0 && pipe(&fromBrowser) == 0)
    (commands, events) = (toBrowser[1], fromBrowser[0])
    // Its end of neither pipe goes to programs that other tests start.
    for end in toBrowser + fromBrowser { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    #if canImport(Glibc)
      var actions = posix_spawn_file_actions_t()
    #else
      var actions: posix_spawn_file_actions_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    // By way of numbers that are surely free, since either end may be 3 or 4 itself.
    posix_spawn_file_actions_adddup2(&actions, toBrowser[0], 203)
    posix_spawn_file_actions_adddup2(&actions, fromBrowser[1], 204)
    posix_spawn_file_actions_adddup2(&actions, 203, 3)
    posix_spawn_file_actions_adddup2(&actions, 204, 4)
    for number in [STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, number, "/dev/null", O_WRONLY, 0)
    }
    let profile = folder.appendingPathComponent(".profile").path
    let words = [
      "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe",
      "--user-data-dir=\(profile)", "about:blank",
    ]
    var arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var child: pid_t = 0
    let status = posix_spawnp(&child, "chromium", &actions, nil, &arguments, environ)
    posix_spawn_file_actions_destroy(&actions)
    close(toBrowser[0])
    close(fromBrowser[1])
    process = child
    try #require(status == 0)
    let target = try call("Target.createTarget", ["url": "about:blank"])
    let attached = try call(
      "Target.attachToTarget",
      ["targetId": try #require(target["targetId"] as? String), "flatten": true])
    _ = try call(
      "Browser.setDownloadBehavior", ["behavior": "allow", "downloadPath": folder.path])
    session = try #require(attached["sessionId"] as? String)
  }

  deinit {
    close(commands)
    close(events)
    kill(process, SIGKILL)
    var status: Int32 = 0
    waitpid(process, &status, 0)
  }

  /// Calls a method of the protocol and gives its result.
  @discardableResult func call(
    _ method: String, _ parameters: [String: Any] = [:]
  ) throws -> [String: Any] {
    count += 1
    var message: [String: Any] = ["id": count, "method": method, "params": parameters]
    message["sessionId"] = session
    var bytes = Array(try JSONSerialization.data(withJSONObject: message)) + [0]
    while !bytes.isEmpty {
      let sent = bytes.withUnsafeBytes { write(commands, $0.baseAddress, $0.count) }
      try #require(sent > 0, "the browser has ended")
      bytes.removeFirst(sent)
    }
    while true {
      let answer =
        try JSONSerialization.jsonObject(with: Data(try nextMessage())) as? [String: Any]
      guard answer?["id"] as? Int == count else { continue }
      return try #require(answer?["result"] as? [String: Any], "\(answer?["error"] ?? "")")
    }
  }

  private func nextMessage() throws -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      if let end = received.firstIndex(of: 0) {
        defer { received.removeFirst(end + 1) }
        return Array(received[..<end])
      }
      let got = read(events, &buffer, buffer.count)
      try #require(got > 0, "the browser has ended")
      received += buffer[..<got]
    }
  }

  /// Evaluates an expression in the page, waiting for it where it is a promise.
  func value(_ expression: String) throws -> Any? {
    let answer = try call(
      "Runtime.evaluate",
      ["expression": expression, "awaitPromise": true, "returnByValue": true])
    #expect(answer["exceptionDetails"] == nil, "\(expression)")
    return (answer["result"] as? [String: Any])?["value"]
  }

  /// Waits, for a minute at most, until an expression holds in the page.
  func wait(
    until expression: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for _ in 0..<3000 {
      if try value(expression) as? Bool == true { return }
      Thread.sleep(forTimeInterval: 0.02)
    }
    Issue.record("never: \(expression)", sourceLocation: sourceLocation)
  }

  /// Opens a page of `chaingraph serve` and waits for its figure.
  func open(_ address: String) throws {
    // A change of the fragment alone would load nothing.
    try call("Page.navigate", ["url": "about:blank"])
    try call("Page.navigate", ["url": address])
    try wait(
      until: "document.body?.dataset.ready === 'yes' && document.body.dataset.state === 'done'")
  }

  /// Presses a key; modifiers are 1 for Alt, 2 for Control, 8 for Shift.
  func press(_ key: String, _ code: Int, modifiers: Int = 0) throws {
    for type in ["keyDown", "keyUp"] {
      var event: [String: Any] = [
        "type": type, "key": key, "windowsVirtualKeyCode": code, "modifiers": modifiers,
      ]
      if type == "keyDown", key == "Enter" { event["text"] = "\r" }
      try call("Input.dispatchKeyEvent", event)
    }
  }

  /// Types a text where the cursor is.
  func type(_ text: String) throws { try call("Input.insertText", ["text": text]) }
}
