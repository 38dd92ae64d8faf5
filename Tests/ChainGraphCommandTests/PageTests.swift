import Foundation
import Testing

/// HTML pages in a real browser, driven as a reader drives them.
@Suite(.enabled(if: Tool.isInstalled("chromium"), "needs chromium")) struct PageTests {
  /// Runs a script in a page and gives what it returns; errors of the page are its result.
  private func run(_ script: String, in page: String, _ program: Program) throws -> Any {
    let harness = """
      <script>
      let answer;
      try { answer = (() => { \(script) })(); } catch (error) { answer = String(error); }
      document.title = JSON.stringify({ answer });
      </script>
      """
    let html = try program.read(page).replacingOccurrences(of: "</body>", with: harness + "</body>")
    try program.write(html, to: "harness.html")
    let file = program.folder.appendingPathComponent("harness.html").absoluteString
    let profile = program.folder.appendingPathComponent(".profile").path
    let dump = try Tool.run(
      "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(profile)",
      "--dump-dom", file, in: program.folder)
    let title = try #require(
      dump.output.range(of: "(?<=<title>).*?(?=</title>)", options: .regularExpression))
    let text = dump.output[title].replacingOccurrences(of: "&lt;", with: "<")
      .replacingOccurrences(of: "&gt;", with: ">").replacingOccurrences(of: "&amp;", with: "&")
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    return try #require(object?["answer"])
  }

  private let lecture = """
    set title "The chain rule"
    x1 = sin(t)
    x2 = cos(t)
    f = x1^2 + 2*x2
    df/dt
    at t = 0.5

    """

  @Test func readersLightStepAndChangeThePoint() throws {
    try Program.inFolder { program throws in
      _ = try program("render", "-", "-o", "a.html", input: lecture)
      let script = """
        const $ = selector => document.querySelector(selector);
        const text = selector => $(selector).textContent;
        const lit = () => [...document.querySelectorAll(".lit")].map(e => JSON.stringify(e.dataset));
        const press = key => $("main article").dispatchEvent(
          new KeyboardEvent("keydown", { key, bubbles: true }));
        const result = {};
        result.before = text(".row.total output");
        result.mark = text(".mark.value[data-of=n3]");
        $(".row[data-product='0']").dispatchEvent(new FocusEvent("focusin", { bubbles: true }));
        result.lit = lit();
        $(".row[data-product='0']").dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
        result.unlit = lit().length;
        $("g.edge[data-edge='1']").dispatchEvent(new PointerEvent("pointerover", { bubbles: true }));
        result.row = $(".row[data-product='1']").classList.contains("lit");
        press("ArrowLeft");
        result.last = text(".step");
        $(".start").click();
        result.first = text(".step");
        press("ArrowRight");
        result.second = text(".step");
        result.unseen = document.querySelectorAll(".mark.unseen").length;
        $(".end").click();
        const field = $("input[data-input]");
        field.value = "1";
        field.dispatchEvent(new Event("input", { bubbles: true }));
        result.after = [".row.total output", ".mark.value[data-of=n3]", ".mark.value[data-of=e0]",
          ".mark.adjoint[data-of=n0]"].map(text);
        field.value = "";
        field.dispatchEvent(new Event("input", { bubbles: true }));
        result.empty = [text(".row.total output"), field.getAttribute("aria-invalid")];
        $(".reset").click();
        result.reset = text(".row.total output");
        return result;
        """
      let answer = try run(script, in: "a.html", program)
      let result = try #require(answer as? [String: Any], "\(answer)")
      #expect(result["before"] as? String == "= −0.117")
      #expect(result["mark"] as? String == "1.985")
      let lit = try #require(result["lit"] as? [String])
      #expect(lit.contains("{\"product\":\"0\"}") && !lit.contains("{\"product\":\"1\"}"))
      #expect(lit.contains("{\"edge\":\"2\"}") && !lit.contains("{\"node\":\"2\"}"))
      #expect(result["unlit"] as? Int == 0)
      #expect(result["row"] as? Bool == true)
      #expect(
        result["last"] as? String
          == "Step 8 of 8, backward: df/dt = 0.959 ⋅ 0.878 + 2 ⋅ −0.479 = −0.117")
      #expect(result["first"] as? String == "Step 1 of 8, forward: t = 0.5")
      #expect(result["second"] as? String == "Step 2 of 8, forward: x₁ = sin t = 0.479")
      #expect(result["unseen"] as? Int ?? 0 > 4)
      #expect(result["after"] as? [String] == ["= −0.774", "1.789", "0.54", "df/dt = −0.774"])
      #expect(result["empty"] as? [String] == ["", "true"])
      #expect(result["reset"] as? String == "= −0.117")
    }
  }

  private static let samples = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("samples")

  /// One of every kind of operation that a page evaluates.
  private static let everything = """
    x : R^3
    y : R^3
    A : R^{3 x 3}
    u = [sin(x[1]); log(x[2]); tanh(y[3])]
    v = softmax(A*x) + relu(x - y) .* sigmoid(y) + gelu(x) + erf(y) + silu(x)
    w = norm(x) + norm1(y) + max(x) + logsumexp(y) + sum(abs(x - y)) + prod(x)
    s = det(A) + logdet(A) + tr(inv(A)*A') + x'*A*y + sum(vec(A)) + mean(x)
    c = cases(x[1] > y[1], x[1]^3, x[2]^y[2]) + min(x[1], y[2]) + atan2(x[1], y[1])
    f = u'*v + w + s + c + sum([x; y].^2)
    df/dx
    df/dA
    at x = [0.5; 1.5; 0.75], y = [1.25; 0.5; 2], A = [3, 1, 0.5; 1, 4, 0.25; 0.5, 0.25, 5]

    """

  @Test func everyNumberIsTheEvaluators() throws {
    try Program.inFolder { program throws in
      var inputs: [String] = []
      for file in try FileManager.default.contentsOfDirectory(atPath: Self.samples.path).sorted()
      where file.hasSuffix(".txt") {
        inputs.append(Self.samples.appendingPathComponent(file).path)
      }
      try program.write(Self.everything, to: "everything.txt")
      inputs.append("everything.txt")
      #expect(try program(["render"] + inputs + ["-o", "all.html"]).status == 0)
      let script = """
        return figures.map(({ data, values }) => {
          const at = row => row === null || !values()[row] ? null : values()[row].map(String);
          return [...data.nodes, ...data.edges].map(part => at(part.row));
        });
        """
      let answer = try run(script, in: "all.html", program)
      let pages = try #require(answer as? [[Any]], "\(answer)")
      let json = try program(["render"] + inputs + ["-f", "json"]).output
      let figures = try #require(
        (JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])?["figures"]
          as? [[String: Any]])
      #expect(pages.count == figures.count)
      var compared = 0
      for (page, figure) in zip(pages, figures) {
        let nodes = try #require(figure["nodes"] as? [[String: Any]])
        let edges = try #require(figure["edges"] as? [[String: Any]])
        let jacobians = edges.compactMap { $0["jacobian"] as? [String: Any] }
        for (mine, theirs) in zip(page, nodes + jacobians) {
          guard let data = (theirs["value"] as? [String: Any])?["data"] as? [Double] else {
            continue
          }
          let entries = try #require(mine as? [String], "\(figure["title"] ?? "")").map {
            Double($0)
          }
          #expect(entries.count == data.count)
          for (entry, expected) in zip(entries, data) {
            let isClose = abs((entry ?? .nan) - expected) <= 1e-9 * (1 + abs(expected))
            #expect(isClose, "\(theirs["expression"] ?? "") is \(entry ?? .nan), not \(expected)")
            compared += 1
          }
        }
      }
      #expect(compared > 200)
    }
  }
}
