import Foundation
import Testing

/// The recipes for schedulers, run without them, but for GNU parallel.
@Suite struct ClusterTests {
  private static let count = 9

  /// Runs with a folder `notes` of sources, and the figures that one machine makes of it in `whole`.
  private func withSet(_ body: (Program) throws -> Void) throws {
    try Program.inFolder { program throws in
      try program.makeFolder("notes")
      for number in 1...Self.count {
        try program.write("f = sin(\(number)*x)^2\ndf/dx\n", to: "notes/s\(number).txt")
      }
      #expect(try program("batch", "notes", "-o", "whole").status == 0)
      try body(program)
    }
  }

  /// Runs a program that finds chaingraph on its path.
  private func run(
    _ command: String..., with variables: [String] = [], in program: Program
  ) throws -> Int32 {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let environment = [
      "PATH=\(Program.executable.deletingLastPathComponent().path):\(path)",
      "HOME=\(program.folder.path)",
    ]
    return try Tool.run("env", arguments: environment + variables + command, in: program.folder)
      .status
  }

  /// The set in `figures` is that of one machine, and nothing of it would be made again.
  private func expectWhole(_ program: Program) throws {
    for number in 1...Self.count {
      let figure = "s\(number).svg"
      #expect(try program.read("figures/" + figure) == program.read("whole/" + figure))
    }
    let again = try program("batch", "notes", "-o", "figures")
    #expect(again.messages.contains("made 0 (0 files), unchanged \(Self.count), failed 0"))
  }

  @Test(.enabled(if: Tool.isInstalled("parallel"), "needs parallel"))
  func machinesThatShareAFolderWriteToIt() throws {
    try withSet { program in
      let command = """
        seq 4 | parallel --sshlogin : --jobs 2 --workdir . \
          chaingraph batch notes -o figures --shard {}/4
        """
      #expect(try run("sh", "-c", command, in: program) == 0)
      try expectWhole(program)
    }
  }

  /// Two machines are folders here, in which what stands in for ssh runs commands, with the
  /// variables that a login sets.
  private func makeMachines(in program: Program) throws {
    try program.write(
      """
      #!/bin/sh
      while :; do
        case $1 in -[lopSF]) shift 2 ;; -*) shift ;; *) break ;; esac
      done
      cd "$(dirname "$0")/$1" || exit 255
      shift
      if [ "$1" = -- ]; then shift; fi
      HOME=$PWD SHELL=${SHELL_THERE-/bin/sh} exec sh -c "$*"
      """, to: "reach")
    let reach = program.folder.appendingPathComponent("reach").path
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: reach)
    for name in ["first", "second"] { try program.makeFolder(name) }
    try program.write("# Machines\n\n\(reach) first\n\(reach) second\n", to: "hosts")
  }

  private let script = Program.integration("cluster/parallel.sh").path

  @Test(
    .enabled(if: Tool.isInstalled("parallel"), "needs parallel"),
    .enabled(if: Tool.isInstalled("rsync"), "needs rsync"))
  func machinesThatShareNothingAreLentTheSources() throws {
    try withSet { program in
      try makeMachines(in: program)
      #expect(try run(script, "hosts", "notes", "figures", in: program) == 0)
      #expect(
        try program.hidden("figures/.chaingraph").sorted() == [
          "manifest-1-of-2", "manifest-2-of-2",
        ])
      try expectWhole(program)
      #expect(try program.hidden("first").isEmpty && program.hidden("second").isEmpty)
    }
  }

  /// More shards than figures, of which one is not to be had, and options with blanks.
  @Test(
    .enabled(if: Tool.isInstalled("parallel"), "needs parallel"),
    .enabled(if: Tool.isInstalled("rsync"), "needs rsync"))
  func whatFailsOnAMachineCostsNothingElse() throws {
    try withSet { program in
      try makeMachines(in: program)
      try program.write("f = (x\ndf/dx\n", to: "notes/bad.txt")
      let status = try run(
        script, "hosts", "notes", "figures", "--title", "two words", with: ["SHARDS=20"],
        in: program)
      #expect(status == 1)
      for number in 1...Self.count {
        #expect(try program.read("figures/s\(number).svg").contains(">two words</title>"))
      }
      // Without a shell there, GNU parallel runs nothing and says that all went well.
      #expect(
        try run(script, "hosts", "notes", "others", with: ["SHELL_THERE="], in: program) == 2)
      try program.write(":\n", to: "here")
      #expect(try run(script, "here", "notes", "figures", in: program) == 64)
    }
  }

  @Test func aSlurmArrayMakesTheWhole() throws {
    try withSet { program in
      let batch = Program.integration("cluster/figures.sbatch").path
      func submit(_ tasks: ClosedRange<Int>, of count: Int) throws -> [Int32] {
        try tasks.map { task in
          try run(
            "bash", batch, "notes", "figures",
            with: [
              "SLURM_ARRAY_TASK_ID=\(task)", "SLURM_ARRAY_TASK_MIN=\(tasks.lowerBound)",
              "SLURM_ARRAY_TASK_MAX=\(tasks.upperBound)", "SLURM_ARRAY_TASK_COUNT=\(count)",
              "SLURM_CPUS_PER_TASK=1",
            ], in: program)
        }
      }
      #expect(try submit(1...3, of: 3) == [0, 0, 0])
      try expectWhole(program)
      #expect(try submit(0...1, of: 2) == [64, 64] && submit(1...3, of: 2) == [64, 64, 64])
    }
  }

  private static let hasYAML = FileManager.default.fileExists(
    atPath: "/usr/lib/python3/dist-packages/yaml")

  /// What a cluster does with the Job: its command, in its folder, with its variables and an index.
  @Test(.enabled(if: hasYAML, "needs python3-yaml"))
  func aKubernetesJobMakesTheWhole() throws {
    try withSet { program in
      try program.write(
        """
        from os import environ
        from subprocess import run
        from sys import argv
        from yaml import safe_load

        job = safe_load(open(argv[1]))["spec"]
        container = job["template"]["spec"]["containers"][0]
        variables = {variable["name"]: variable.get("value", "1") for variable in container["env"]}
        assert job["completionMode"] == "Indexed"
        assert variables["SHARDS"] == str(job["completions"])
        assert container["workingDir"] == container["volumeMounts"][0]["mountPath"]
        for index in range(job["completions"]):
            indexed = {**environ, **variables, "JOB_COMPLETION_INDEX": str(index)}
            run(container["command"] + container["args"], env=indexed, check=True)
        """, to: "cluster.py")
      #expect(
        try run(
          "/usr/bin/python3", "cluster.py", Program.integration("cluster/job.yaml").path,
          in: program) == 0)
      try expectWhole(program)
    }
  }
}
