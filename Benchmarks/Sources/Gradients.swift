/// Gradients of long functions in processes of their own, against the same in C: the least of five
/// rounds each.
func measureGradients(floor: String, _ verdict: inout Verdict) {
  let tasks = [("chain", 100_000), ("speel", 100_000), ("logistic", 1_000), ("logistic", 100_000)]
  for (task, size) in tasks {
    var best = [Double.infinity, Double.infinity]
    var memory = 0.0
    for _ in 0..<5 {
      let commands = [
        [CommandLine.arguments[0], "gradient", task, String(size)], [floor, task, String(size)],
      ]
      for (index, command) in commands.enumerated() {
        let numbers = Run(command)?.output.split { $0 == " " || $0.isNewline }.compactMap {
          Double($0)
        }
        guard let numbers, numbers.count == 2 else { continue }
        best[index] = min(best[index], numbers[0])
        if index == 0 { memory = max(memory, numbers[1]) }
      }
    }
    let isMeasured = best.allSatisfy(\.isFinite)
    verdict.add(
      "gradient of \(task) \(size), time by C's",
      isMeasured ? "\(text(best[0])) ms by \(text(best[1])) ms" : "is the floor built?",
      isMeasured ? best[0] / best[1] : nil, limit: 5)
    verdict.add(
      "gradient of \(task) \(size), memory", "the whole process", memory, limit: 500, unit: " MiB")
  }
}
