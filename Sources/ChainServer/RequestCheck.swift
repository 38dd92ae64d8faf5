extension HTTPRequest {
  /// Why the request is not answered, though it is well formed; nil if it is.
  ///
  /// Any page of the web can make a browser send requests to this machine. Those name the page's
  /// own site as their origin, or, where a name was bound to this machine's address, as their host.
  package func refusal(port: UInt16) -> HTTPResponse? {
    let hosts = ["127.0.0.1:\(port)", "localhost:\(port)"]
    guard let host = only("host"), hosts.contains(host.lowercased()) else {
      return .error(.forbidden, id: "foreign-host", "the server answers to \(hosts[0]) only")
    }
    guard all("origin").allSatisfy({ $0 == "http://\(host)" }), isSameSite else {
      return .error(.forbidden, id: "foreign-origin", "another site sent the request")
    }
    guard ["GET", "HEAD", "POST"].contains(method) else {
      return .error(.methodNotAllowed, id: "method", "the method is not GET, HEAD or POST")
    }
    return nil
  }

  /// Whether a browser says that this server's own page asks, or the reader by the address bar.
  ///
  /// A link to the page may stand anywhere: following one shows the page and gives the other site
  /// nothing.
  private var isSameSite: Bool {
    let isNavigation =
      method == "GET" && path == "/" && only("sec-fetch-mode") == "navigate"
      && only("sec-fetch-dest") == "document"
    return all("sec-fetch-site").allSatisfy {
      $0 == "same-origin" || $0 == "none" || isNavigation
    }
  }
}
