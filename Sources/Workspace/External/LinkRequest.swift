/// One request to another site, made by the program `curl`.
///
/// `curl` rather than `URLSession`: linking FoundationNetworking makes every start of the program 10 ms
/// and 7 MB dearer, and it cannot be held to an address. Here the host's name is looked up first, and the
/// connection goes to the address that was looked at, whatever the name leads to a moment later and
/// however `curl` reads the URL.
struct LinkRequest: Sendable {
  let address: WebAddress
  let method: Method
  /// Where to connect.
  let host: InternetAddress
  /// How long it may take, in whole seconds, at least 1.
  let timeout: Int

  /// What is asked for.
  enum Method { case head, get }

  /// What came of it.
  struct Response {
    /// The status (RFC 9110, section 15); 0 where there was no answer.
    let status: Int
    /// Where a redirect leads, absolute.
    let location: String?
    /// How many seconds the server asks us to wait.
    let retryAfter: Int?
    /// The exit status of `curl`, as its manual lists them.
    let code: CInt?

    /// Whether time was up before an answer came.
    var isTimeOut: Bool { status == 0 && code == 28 }
    /// Whether the site could not prove who it is.
    var isUntrusted: Bool { status == 0 && (code == 60 || code == 51) }
  }

  /// Makes the request and waits for what comes of it. Redirects are not followed.
  ///
  /// - Throws: an error with a remedy where `curl` cannot be run.
  func send() throws(WorkspaceError) -> Response {
    do {
      let process = try ChildProcess(running: "curl", arguments, variables: Self.variables)
      let lines = String(decoding: process.output, as: UTF8.self)
        .split(separator: "\n", omittingEmptySubsequences: false)
      func line(_ index: Int) -> String? {
        lines.indices.contains(index) && !lines[index].isEmpty ? String(lines[index]) : nil
      }
      return Response(
        status: line(0).flatMap { Int($0) } ?? 0, location: line(1), retryAfter: line(2).flatMap { Int($0) },
        code: process.status)
    } catch {
      throw WorkspaceError(
        path: "curl", message: "the program that asks other sites cannot be run",
        help: "install it (apt-get install curl), or leave --external out")
    }
  }

  private var arguments: [String] {
    // The first keeps curl from reading a configuration of its user's.
    var arguments = ["-q", "--silent", "--globoff", "--noproxy", "*", "--proto", "=http,https"]
    arguments += ["--connect-to", "::\(host.bytes.count == 4 ? host.text : "[\(host.text)]"):"]
    arguments += ["--max-time", String(timeout), "--max-filesize", "1000000", "--output", "/dev/null"]
    arguments += ["--user-agent", "waymark (checks the links of a course)"]
    arguments += ["--write-out", "%{http_code}\n%{redirect_url}\n%header{retry-after}\n"]
    if method == .head { arguments.append("--head") }
    return arguments + ["--url", address.text]
  }

  /// Where certificates are, and where the program and its libraries are.
  private static let variables = [
    "PATH", "LD_LIBRARY_PATH", "CURL_CA_BUNDLE", "SSL_CERT_FILE", "SSL_CERT_DIR",
  ]
}
