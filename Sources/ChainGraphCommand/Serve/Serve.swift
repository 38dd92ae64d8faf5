import ArgumentParser
import ChainGraph
import ChainServer

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Serves a page to this machine on which figures follow their text as it is typed.
struct Serve: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Serves a local page: the text on the left, its figure on the right, live.",
    discussion: """
      Prints the page's address and serves it to this machine alone until it is interrupted. Of \
      the disk nothing is served but the input, read whenever the page is loaded.
      """)

  @Argument(
    help: ArgumentHelp("The file whose text the page starts with.", valueName: "input"),
    completion: .file())
  var input: String?

  @Option(help: ArgumentHelp("The port; any that is free unless given.", valueName: "port"))
  var port: UInt16 = 0

  @Flag(help: "Open the page in the system's browser.")
  var open = false

  @OptionGroup(title: "Messages")
  var report: ReportOptions

  func run() {
    finish(report) { (_) throws(Failure) in
      let source = try reader()
      let listener: Listener
      do throws(Listener.Problem) {
        listener = try Listener(port: port)
      } catch {
        throw .cannotListen(port: port, reason: error.reason)
      }
      var limits = ServerLimits()
      limits.workers = max(2, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
      let site = Site(words: vocabulary.json, source: source)
      let program = [ownPath(), Preview._commandName]
      guard
        let server = Server(listener: listener, site: site, program: program, limits: limits)
      else { throw .cannotListen(port: port, reason: systemMessage()) }
      stopDescriptor = server.stopDescriptor
      stopOnSignals()
      let address = "http://127.0.0.1:\(listener.port)/"
      try writeOutput(Array((address + "\n").utf8), to: "-")
      if open { openInBrowser(address) }
      server.run()
      _exit(130)
    }
  }

  /// Reads the text that the page starts with, once now, so that a wrong path is told at once.
  private func reader() throws(Failure) -> @Sendable () -> [UInt8]? {
    guard let path = input else { return { () -> [UInt8]? in nil } }
    let text = try readInput(path)
    guard path != "-" else { return { () -> [UInt8]? in text } }
    return { () -> [UInt8]? in try? readInput(path) }
  }
}

/// The words of the language that the page highlights and completes.
private var vocabulary: JSONValue {
  func words(_ key: String, _ words: [String]) -> JSONValue.Member {
    JSONValue.Member(key: key, value: .array(words.map(JSONValue.string)))
  }
  return .object([
    words("statements", Vocabulary.statements), words("properties", Vocabulary.properties),
    words("functions", Vocabulary.functions), words("plotOptions", Vocabulary.plotOptions),
    words("settings", Vocabulary.settings),
  ])
}

/// Where a signal says that the server is to stop.
nonisolated(unsafe) private var stopDescriptor: Int32 = -1

/// Lets the usual signals stop the server, also where whoever started it had them blocked.
private func stopOnSignals() {
  var mask = sigset_t()
  sigemptyset(&mask)
  for number in [SIGINT, SIGTERM, SIGHUP] {
    signal(number, stopServer)
    sigaddset(&mask, number)
  }
  sigprocmask(SIG_UNBLOCK, &mask, nil)
}

/// Handles a signal, so it does nothing but write.
private func stopServer(_: Int32) {
  var byte: UInt8 = 0
  write(stopDescriptor, &byte, 1)
}

/// Asks the system to show a page; where it has no browser, the address has been printed.
private func openInBrowser(_ address: String) {
  #if canImport(Darwin)
    let tool = "open"
  #else
    let tool = "xdg-open"
  #endif
  var arguments = [strdup(tool), strdup(address), nil]
  defer { for argument in arguments { free(argument) } }
  var process: pid_t = 0
  posix_spawnp(&process, tool, nil, nil, &arguments, environ)
}
