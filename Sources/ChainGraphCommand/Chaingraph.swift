import ArgumentParser
import CSupport
import ChainGraph

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The program `chaingraph`: one subcommand a job.
@main
struct Chaingraph: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chaingraph",
    abstract: "Draws computation graphs with the derivatives on their edges.",
    discussion: """
      Reads functions as one writes them on the board and shows how they are composed: the local \
      Jacobian on every edge, the chain rule's product beside every path, and their sum, checked \
      numerically.
      """,
    version: versionNumber,
    subcommands: [
      Render.self, Batch.self, Watch.self, Derive.self, Check.self, PlotCommand.self, Typeset.self,
      Format.self, Fonts.self, Pandoc.self, Serve.self, Preview.self,
    ])

  static func main() {
    chaingraph_keep_memory()
    // A closed pipe is an error of the write that meets it, which ends the program quietly.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGINT) { _ in _exit(130) }
    let arguments = Array(CommandLine.arguments.dropFirst())
    if arguments == ["--version"] { leave(printVersion()) }
    if arguments == [Worker.argument] { Worker.run() }
    PlainArguments(arguments)?.run()
    run(shieldingFormula(arguments))
  }

  private static func run(_ arguments: [String]) -> Never {
    do {
      var command = try parseAsRoot(arguments)
      try command.run()
      exit()
    } catch {
      guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
      WrongUsage(
        said: fullMessage(for: error), arguments: arguments,
        commands: configuration.subcommands.map { $0._commandName } + ["help"]
      ).leave()
    }
  }

  private static func printVersion() -> Exit {
    do throws(Failure) {
      try writeOutput(Array((versionText() + "\n").utf8), to: "-")
      return .success
    } catch {
      writeStandardError(error.finding.text())
      return error.exit
    }
  }

  /// A formula to typeset may begin with a minus sign; it is put behind `--` so that it is not
  /// taken for an option.
  private static func shieldingFormula(_ arguments: [String]) -> [String] {
    guard arguments.first == "typeset", !arguments.contains("--") else { return arguments }
    let taking = [
      "-o", "--output", "-f", "--format", "--font", "--font-size", "--diagnostics", "--color",
    ]
    let known = taking + ["-h", "--help", "--version", "-q", "--quiet"]
    var rest: [String] = []
    var formulas: [String] = []
    var takesValue = false
    for argument in arguments {
      let name = String(argument.prefix { $0 != "=" })
      if takesValue || !argument.hasPrefix("-") || known.contains(name) {
        rest.append(argument)
      } else {
        formulas.append(argument)
      }
      takesValue = !takesValue && taking.contains(argument)
    }
    return rest + (formulas.isEmpty ? [] : ["--"] + formulas)
  }
}
