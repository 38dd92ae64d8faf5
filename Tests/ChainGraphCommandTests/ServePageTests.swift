import Foundation
import Testing

/// The local page in a real browser, used as a reader uses it.
@Suite(.enabled(if: Tool.isInstalled("chromium"), "needs chromium")) struct ServePageTests {
  private static let lecture = "x1 = sin(t)\nx2 = cos(t)\nf = x1^2 + 2*x2\ndf/dt\nat t = 0.5\n"

  private func with(
    _ text: String = lecture, _ body: (Browser, ServedPage, Program) throws -> Void
  ) throws {
    try Program.inFolder { program throws in
      try program.write(text, to: "a.txt")
      let page = try ServedPage("a.txt", in: program.folder)
      let browser = try Browser(in: program.folder)
      try browser.open(page.address)
      try body(browser, page, program)
    }
  }

  private let text = "document.querySelector('#text').value"
  private let caption = "document.querySelector('figcaption')?.textContent ?? ''"
  private let toTheEnd = "document.querySelector('#text').setSelectionRange(1e6, 1e6)"

  @Test func theFigureFollowsWhatIsTypedByKeyboardAlone() throws {
    try with { browser, _, _ throws in
      #expect(try browser.value(text) as? String == Self.lecture)
      #expect(try browser.value(caption) as? String == "4 nodes, 4 edges, 2 paths, checked")
      let alternative = try browser.value("document.querySelector('#pictures img').alt") as? String
      #expect(alternative?.contains("df/dt") == true)
      // The cursor is in the text from the start.
      #expect(try browser.value("document.activeElement.id") as? String == "text")
      _ = try browser.value(toTheEnd)
      try browser.type("g = sgmoid(f)\ndg/dt\n")
      try browser.wait(until: "document.querySelector('.in-error')?.textContent === 'sgmoid'")
      #expect(try browser.value("document.querySelector('#stale').hidden") as? Bool == false)
      #expect(try browser.value(caption) as? String == "4 nodes, 4 edges, 2 paths, checked")
      try browser.wait(until: "document.querySelector('#status').textContent.includes('line 6')")
      // To the problem, and its mend.
      try browser.press("F8", 119)
      #expect(
        try browser.value(
          "(t => t.value.slice(t.selectionStart, t.selectionEnd))(document.activeElement)")
          as? String == "sgmoid")
      try browser.press(".", 190, modifiers: 2)
      try browser.wait(until: "document.querySelectorAll('figcaption')[0].textContent[0] === '5'")
      #expect(
        try browser.value(text) as? String == Self.lecture + "g = sigmoid(f)\ndg/dt\n")
      #expect(try browser.value("document.querySelector('#stale').hidden") as? Bool == true)
      #expect(try browser.value("document.querySelector('.in-error') === null") as? Bool == true)
      // A word is completed, and can be undone.
      _ = try browser.value(toTheEnd)
      try browser.type("# log1st\nh = log1")
      try browser.press(" ", 32, modifiers: 2)
      #expect(
        try browser.value(
          "[...document.querySelectorAll('#completions li')].map(row => row.textContent)")
          as? [String] == ["log10", "log1p"])
      try browser.press("ArrowDown", 40)
      try browser.press("Enter", 13)
      #expect(try browser.value("\(text).endsWith('h = log1p(')") as? Bool == true)
    }
  }

  @Test func choicesLinksAndDownloadsWork() throws {
    try with { browser, page, program throws in
      _ = try browser.value(
        "{ const s = document.querySelector('[name=detail]'); s.value = 'operations'; "
          + "s.dispatchEvent(new Event('change', { bubbles: true })); }")
      try browser.wait(until: "(\(caption)).startsWith('6 nodes')")
      // What is downloaded is what the program writes.
      let own = try program("render", "a.txt", "--detail", "operations").output
      for (form, name) in [
        ("svg", "figure.svg"), ("png", "figure.png"), ("pdf", "figure.pdf"),
        ("latex", "derivation.tex"),
      ] {
        _ = try browser.value("document.querySelector('[data-form=\(form)]').click()")
        for _ in 0..<3000 where !program.exists(name) { Thread.sleep(forTimeInterval: 0.02) }
        #expect(program.exists(name))
      }
      #expect(try program.read("figure.svg") == own)
      // A link restores text and choices where nothing else is known of them.
      _ = try browser.value("document.querySelector('#share').click()")
      try browser.wait(until: "document.querySelector('#share-sheet').open")
      let link = try #require(
        try browser.value("document.querySelector('#link').value") as? String)
      #expect(link.hasPrefix(page.address + "#z="))
      try program.write("other = t\n", to: "a.txt")
      try browser.open(link)
      #expect(try browser.value(text) as? String == Self.lecture)
      #expect(try browser.value(caption) as? String == "6 nodes, 6 edges, 2 paths, checked")
      try browser.open(page.address)
      #expect(try browser.value(text) as? String == "other = t\n")
      try browser.open(page.address + "#z=broken")
      try browser.wait(until: "document.querySelector('#status').textContent.includes('broken')")
    }
  }

  @Test func aStrangersTextStaysText() throws {
    let script = "<script>window.stolen = 1</script><img src=x onerror='window.stolen = 1'>"
    let hostile = "set title \"\(script)\"\nset alt \"\(script)\"\nf = t^2\ndf/dt\n"
    try with(hostile) { browser, page, _ throws in
      #expect(try browser.value("document.querySelector('#pictures img').alt") as? String == script)
      _ = try browser.value(toTheEnd)
      try browser.type("set \"><svg onload='window.stolen = 1'> \(script)")
      try browser.wait(until: "document.querySelectorAll('#problems li').length > 0")
      try browser.open(page.address + "#t=" + script + "&detail=\(script)")
      #expect(try browser.value("window.stolen === undefined") as? Bool == true)
      #expect(
        try browser.value(
          "document.querySelectorAll('body script, #pictures script, [onerror]').length")
          as? Int == 0)
    }
  }

  @Test func everyControlHasANameForAScreenReader() throws {
    try with { browser, _, _ throws in
      let tree = try browser.call("Accessibility.getFullAXTree")
      let nodes = try #require(tree["nodes"] as? [[String: Any]])
      func word(_ node: [String: Any], _ key: String) -> String {
        (node[key] as? [String: Any])?["value"] as? String ?? ""
      }
      let shown = nodes.filter { $0["ignored"] as? Bool != true }
      for role in ["button", "combobox", "textbox", "checkbox", "image", "listbox", "dialog"] {
        for node in shown where word(node, "role") == role {
          #expect(!word(node, "name").isEmpty, "\(role)")
        }
      }
      let named = shown.map { word($0, "role") + " " + word($0, "name") }
      #expect(named.contains("textbox Text") && named.contains("combobox Detail"))
      #expect(named.contains { $0.hasPrefix("image ") && $0.contains("df/dt") })
      #expect(shown.contains { word($0, "role") == "status" })
      // A window of half the width, as at 200 %: nothing is cut off at the side.
      try browser.call(
        "Emulation.setDeviceMetricsOverride",
        ["width": 320, "height": 640, "deviceScaleFactor": 2, "mobile": false])
      #expect(
        try browser.value("document.documentElement.scrollWidth <= 320") as? Bool == true)
    }
  }
}
