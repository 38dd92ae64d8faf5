// What starting, deriving and drawing cost, against peers and floors in the same run.
//
// `ChainGraphBenchmark PROGRAM FLOOR [ROUNDS]` prints every figure with its limit and fails when one
// is over; `ChainGraphBenchmark gradient TASK N` prints milliseconds of processor time and MiB.

import CSupport

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// As the program itself does.
chaingraph_keep_memory()
let arguments = CommandLine.arguments
if arguments.count == 4, arguments[1] == "gradient" {
  guard let cost = GradientTask.cost(of: arguments[2], size: Int(arguments[3]) ?? 0) else {
    print("tasks: chain, speel, logistic, derive-logistic, derive-definitions")
    exit(64)
  }
  print(cost, peakMemory())
} else if arguments.count == 2, arguments[1] == "leak" {
  print(LeakTask.growth())
} else if arguments.count == 3 || arguments.count == 4 {
  let rounds = arguments.count == 4 ? max(1, Int(arguments[3]) ?? 1) : 31
  var verdict = Verdict()
  measureColdStart(of: arguments[1], rounds: rounds, &verdict)
  measureIdentities(of: arguments[1], rounds: rounds, &verdict)
  measureGradients(floor: arguments[2], &verdict)
  measureLeak(&verdict)
  exit(verdict.isWithin ? 0 : 1)
} else {
  print("usage: ChainGraphBenchmark PROGRAM FLOOR [ROUNDS] | gradient TASK N | leak")
  exit(64)
}
