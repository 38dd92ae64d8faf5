import Foundation
import Testing

@Suite struct NotebookTests {
  @Test(.enabled(if: Tool.isInstalled("ipython3"), "needs ipython3"))
  func cellsAreDrawn() throws {
    try Program.inFolder { program throws in
      try FileManager.default.copyItem(
        at: Program.integration("jupyter/chaingraph_magic.py"),
        to: program.folder.appendingPathComponent("chaingraph_magic.py"))
      try program.write(
        #"""
        shell = get_ipython()
        shell.run_line_magic("load_ext", "chaingraph_magic")
        cells = [
            ("--title 'A b'", "f = x^2\ndf/dx\n"), ("plot", "plot t, t = 0 .. 1\n"), ("", "f = (x\n"),
        ]
        for line, cell in cells:
            picture = shell.run_cell_magic("chaingraph", line, cell)
            print(None if picture is None else ("A b" in picture.data, "Curve of" in picture.data))
        """#, to: "notebook.py")
      let folder = Program.executable.deletingLastPathComponent().path
      let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
      let run = try Tool.run(
        "env", "TERM=dumb", "PATH=\(folder):\(path)", "IPYTHONDIR=\(program.folder.path)",
        "PYTHONPATH=\(program.folder.path)", "ipython3", "--colors=NoColor", "notebook.py",
        in: program.folder)
      #expect(run.status == 0)
      #expect(run.output == "(True, False)\n(False, True)\nNone\n")
    }
  }
}
