#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What a finished process cost.
struct Run {
  /// From its start to its end, in milliseconds.
  let wallTime: Double
  /// What it took of processors, in user mode and in the system, in milliseconds.
  let processorTime: Double
  /// The most memory it had, in MiB.
  let peakMemory: Double
  let output: String

  /// Runs a program and waits for it; nil if it cannot be run or fails.
  init?(_ command: [String]) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    let start = wallClock()
    guard let child = Run.spawn(command, writingTo: ends) else { return nil }
    close(ends[1])
    output = Run.text(from: ends[0])
    close(ends[0])
    var status: Int32 = 0
    var usage = rusage()
    guard wait4(child, &status, 0, &usage) == child, status == 0 else { return nil }
    wallTime = wallClock() - start
    processorTime = usage.ru_utime.milliseconds + usage.ru_stime.milliseconds
    #if canImport(Glibc)
      peakMemory = Double(usage.ru_maxrss) / 1024
    #else
      peakMemory = Double(usage.ru_maxrss) / 1024 / 1024
    #endif
  }

  private static func spawn(_ command: [String], writingTo ends: [Int32]) -> pid_t? {
    #if canImport(Glibc)
      var actions = posix_spawn_file_actions_t()
    #else
      var actions: posix_spawn_file_actions_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    posix_spawn_file_actions_addclose(&actions, ends[0])
    posix_spawn_file_actions_addclose(&actions, ends[1])
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    let arguments = command.map { strdup($0) }
    defer { for argument in arguments { free(argument) } }
    var child: pid_t = 0
    let status = posix_spawnp(&child, command[0], &actions, nil, arguments + [nil], environ)
    return status == 0 ? child : nil
  }

  private static func text(from descriptor: Int32) -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer[0..<count]
    }
  }
}

extension timeval {
  fileprivate var milliseconds: Double { Double(tv_sec) * 1e3 + Double(tv_usec) * 1e-3 }
}

private func milliseconds(_ clock: clockid_t) -> Double {
  var time = timespec()
  clock_gettime(clock, &time)
  return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) * 1e-6
}

private func wallClock() -> Double { milliseconds(CLOCK_MONOTONIC) }

/// What this process has taken of processors so far, in milliseconds.
func processorTime() -> Double { milliseconds(CLOCK_PROCESS_CPUTIME_ID) }

/// The most memory this process has had, in MiB.
func peakMemory() -> Double {
  var usage = rusage()
  #if canImport(Glibc)
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Double(usage.ru_maxrss) / 1024
  #else
    getrusage(RUSAGE_SELF, &usage)
    return Double(usage.ru_maxrss) / 1024 / 1024
  #endif
}
