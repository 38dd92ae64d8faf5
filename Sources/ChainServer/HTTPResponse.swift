/// How a request ends.
package enum HTTPStatus: Int, Hashable, Sendable {
  case ok = 200
  case badRequest = 400
  case forbidden = 403
  case notFound = 404
  case methodNotAllowed = 405
  case requestTimeout = 408
  case lengthRequired = 411
  case tooLarge = 413
  case unprocessable = 422
  case headerTooLarge = 431
  case failed = 500
  case busy = 503
  case timeout = 504

  fileprivate var reason: String {
    switch self {
    case .ok: "OK"
    case .badRequest: "Bad Request"
    case .forbidden: "Forbidden"
    case .notFound: "Not Found"
    case .methodNotAllowed: "Method Not Allowed"
    case .requestTimeout: "Request Timeout"
    case .lengthRequired: "Length Required"
    case .tooLarge: "Content Too Large"
    case .unprocessable: "Unprocessable Content"
    case .headerTooLarge: "Request Header Fields Too Large"
    case .failed: "Internal Server Error"
    case .busy: "Service Unavailable"
    case .timeout: "Gateway Timeout"
    }
  }
}

/// What is sent for a request.
package struct HTTPResponse: Hashable, Sendable {
  package var status: HTTPStatus
  package var type: String
  package var body: [UInt8]
  /// Whether only the head is sent.
  package var isHeadOnly = false
  /// The name under which a browser keeps the body; nil for what it shows.
  package var fileName: String?

  package init(_ status: HTTPStatus = .ok, type: String, body: [UInt8]) {
    self.status = status
    self.type = type
    self.body = body
  }

  /// An error as JSON: `{"error": {"id": "busy", "message": "…"}}`.
  ///
  /// - Parameters:
  ///   - id: in kebab case.
  ///   - message: one sentence in lower case, without quotes and backslashes.
  package static func error(_ status: HTTPStatus, id: String, _ message: String) -> HTTPResponse {
    let text = "{\"error\": {\"id\": \"\(id)\", \"message\": \"\(message)\"}}\n"
    return HTTPResponse(status, type: "application/json", body: Array(text.utf8))
  }

  /// A page may load nothing but this server's own files, run no script written in it, send to
  /// nobody else, and stand in no frame.
  private static let policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; "
    + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

  /// The response as it goes over the wire.
  package var bytes: [UInt8] {
    var lines = [
      "HTTP/1.1 \(status.rawValue) \(status.reason)",
      "Content-Type: \(type)",
      "Content-Length: \(body.count)",
      "Connection: close",
      "Cache-Control: no-store",
      "Content-Security-Policy: \(Self.policy)",
      "Cross-Origin-Opener-Policy: same-origin",
      "Cross-Origin-Resource-Policy: same-origin",
      "Referrer-Policy: no-referrer",
      "X-Content-Type-Options: nosniff",
      "X-Frame-Options: DENY",
    ]
    if status == .methodNotAllowed { lines.append("Allow: GET, HEAD, POST") }
    if status == .busy { lines.append("Retry-After: 1") }
    if let fileName { lines.append("Content-Disposition: attachment; filename=\"\(fileName)\"") }
    let head = Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
    return isHeadOnly ? head : head + body
  }
}
