/// What the server has: a fixed set of files in memory, the text it was started with, and figures
/// made on request.
package struct Site: Sendable {
  /// A file of the site, as it is compiled into the program.
  package struct Asset: Sendable {
    package let type: String
    package let bytes: [UInt8]

    package init(type: String, _ bytes: [UInt8]) {
      self.type = type
      self.bytes = bytes
    }
  }

  /// What a request gets.
  package enum Answer: Sendable {
    case now(HTTPResponse)
    /// What a worker makes of the request's body.
    case later(FigureQuery)
  }

  private let assets: [String: Asset]
  private let source: @Sendable () -> Asset?

  /// - Parameters:
  ///   - words: what the page highlights and completes, as JSON.
  ///   - source: reads the text that the page starts with, anew each time; nil where there is none.
  package init(words: String, source: @escaping @Sendable () -> [UInt8]?) {
    var assets = Self.files
    assets["/words.json"] = Asset(type: "application/json", Array(words.utf8))
    assets["/examples.json"] = Asset(type: "application/json", Array(Example.json.utf8))
    self.assets = assets
    self.source = { source().map { Asset(type: "text/plain; charset=utf-8", $0) } }
  }

  /// Answers a request that has been let in.
  package func answer(_ request: HTTPRequest) -> Answer {
    guard request.method != "POST" else {
      guard let query = FigureQuery(path: request.path, query: request.query) else {
        let isForm = FigureQuery(path: request.path, query: "") != nil
        return .now(
          isForm
            ? .error(.badRequest, id: "options", "an option or its value is unknown")
            : Self.notFound)
      }
      return .later(query)
    }
    let asset = request.path == "/source" ? source() : assets[request.path]
    guard let asset else {
      let isForm = FigureQuery(path: request.path, query: "") != nil
      return .now(
        isForm ? .error(.methodNotAllowed, id: "method", "a figure is made by POST") : Self.notFound
      )
    }
    var response = HTTPResponse(type: asset.type, body: asset.bytes)
    response.isHeadOnly = request.method == "HEAD"
    return .now(response)
  }

  private static let notFound = HTTPResponse.error(
    .notFound, id: "not-found", "there is nothing of this name")

  private static let files: [String: Asset] = {
    let script = "text/javascript; charset=utf-8"
    return [
      "/": Asset(type: "text/html; charset=utf-8", PackageResources.index_html),
      "/serve.css": Asset(type: "text/css; charset=utf-8", PackageResources.serve_css),
      "/icon.svg": Asset(type: "image/svg+xml", PackageResources.icon_svg),
      "/language.js": Asset(type: script, PackageResources.language_js),
      "/editor.js": Asset(type: script, PackageResources.editor_js),
      "/completion.js": Asset(type: script, PackageResources.completion_js),
      "/figures.js": Asset(type: script, PackageResources.figures_js),
      "/link.js": Asset(type: script, PackageResources.link_js),
      "/main.js": Asset(type: script, PackageResources.main_js),
    ]
  }()
}
