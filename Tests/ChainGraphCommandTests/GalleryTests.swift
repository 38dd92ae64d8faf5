import Foundation
import Testing

@Suite struct GalleryTests {
  @Test func everySampleIsOnThePage() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let script = root.appendingPathComponent("Scripts/gallery").path
    let samples = try FileManager.default
      .contentsOfDirectory(atPath: root.appendingPathComponent("samples").path)
      .filter { $0.hasSuffix(".txt") }
    try Program.inFolder { program throws in
      let run = try Tool.run(
        "bash", script, "out/page.html", Program.executable.path, in: program.folder)
      #expect(run.status == 0)
      let page = try program.read("out/page.html")
      for sample in samples { #expect(page.contains("<summary>\(sample)</summary>")) }
      #expect(page.components(separatedBy: "<img alt=").count > samples.count)
      #expect(!page.contains("alt=\"\"") && !page.contains("src=\"http"))
    }
  }
}
