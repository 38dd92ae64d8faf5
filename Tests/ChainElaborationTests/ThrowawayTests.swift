import Foundation
import Testing
@Test func throwaway() throws {
  let dir = "/tmp/elabcases"
  var good: [String: Int] = [:], all: [String: Int] = [:]
  for file in try FileManager.default.contentsOfDirectory(atPath: dir).sorted() {
    let text = try String(contentsOfFile: dir + "/" + file, encoding: .utf8)
    let group = file.split(separator: "-")[0]
    all[String(group), default: 0] += 1
    let result = elaborated(text)
    if result.figure != nil, result.diagnostics.isEmpty { good[String(group), default: 0] += 1 }
    else { print(file, text.split(separator: "\n").first { $0.hasPrefix("d") } ?? "", findings(text)) }
  }
  for g in all.keys.sorted() { print(g, good[g] ?? 0, all[g]!) }
}
