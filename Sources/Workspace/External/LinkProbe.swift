import Glibc

/// Finds out whether there is a page at an address of another site.
struct LinkProbe: Sendable {
  /// How long a request may take, in whole seconds, at least 1.
  let timeout: Int
  /// Whether addresses may be asked that only this machine or its network can reach.
  let allowsPrivateNetwork: Bool

  /// How many redirects are followed, as many as browsers follow.
  private static let redirectLimit = 20
  /// How often a site is asked that gives no usable answer.
  private static let attempts = 3
  /// The longest time to wait before asking again, in seconds.
  private static let longestWait = 30

  /// Asks, waits and follows until there is an answer.
  ///
  /// - Throws: an error with a remedy where requests cannot be made.
  func answer(for address: WebAddress) throws(WorkspaceError) -> LinkAnswer {
    var current = address
    var moved: WebAddress?
    var hasMovedForGood = true
    for _ in 0...Self.redirectLimit {
      switch try reply(of: current) {
      case .answer(.found): return .found(movedTo: moved?.text)
      case .answer(let answer): return answer
      case .redirect(let target, let isPermanent):
        guard let target = WebAddress(target) else {
          return .dead("it leads on to “\(target)”, which is no web address")
        }
        // What lies behind a detour for the time being is not a new address.
        hasMovedForGood = hasMovedForGood && isPermanent
        if hasMovedForGood { moved = target }
        current = target
      }
    }
    return .dead("it leads on from address to address without end")
  }

  private enum Reply {
    case answer(LinkAnswer)
    case redirect(to: String, isPermanent: Bool)
  }

  /// What one address says, asked again where it gives no usable answer.
  private func reply(of address: WebAddress) throws(WorkspaceError) -> Reply {
    var method = LinkRequest.Method.head
    var last = LinkAnswer.unreachable("it gave no answer")
    var wait = 0
    for attempt in 0..<Self.attempts {
      if wait > 0 { sleep(UInt32(wait)) }
      wait = 1 << attempt
      let hosts: [InternetAddress]
      switch InternetAddress.lookUp(address.host) {
      case .success(let all): hosts = allowsPrivateNetwork ? all : all.filter(\.isPublic)
      case .failure(.unknown): return .answer(.dead("there is no site “\(address.host)”"))
      case .failure(.unanswered):
        last = .unreachable("the address of “\(address.host)” could not be looked up")
        continue
      }
      guard !hosts.isEmpty else {
        return .answer(.unasked("“\(address.host)” belongs to a private network"))
      }
      // A site with several addresses is tried at another one each time.
      let host = hosts[attempt % hosts.count]
      var response = try send(method, address, to: host)
      if method == .head, response.refusesHead {
        method = .get
        response = try send(method, address, to: host)
      }
      if let location = response.location, (300..<400).contains(response.status) {
        return .redirect(to: location, isPermanent: response.status == 301 || response.status == 308)
      }
      last = response.answer
      guard response.isWorthAnotherAttempt else { break }
      wait = max(wait, min(response.retryAfter ?? 0, Self.longestWait))
    }
    return .answer(last)
  }

  private func send(
    _ method: LinkRequest.Method, _ address: WebAddress, to host: InternetAddress
  ) throws(WorkspaceError) -> LinkRequest.Response {
    try LinkRequest(address: address, method: method, host: host, timeout: timeout).send()
  }
}

extension LinkRequest.Response {
  /// Whether a server may answer otherwise when it is asked for the page itself: some know no HEAD, and
  /// some say that nothing is there.
  var refusesHead: Bool {
    switch status {
    case 408, 429: false
    case 400..<500, 501: true
    // An empty or broken answer.
    case 0: code == 52 || code == 56
    default: false
    }
  }

  /// Whether the site may answer otherwise a little later.
  var isWorthAnotherAttempt: Bool {
    switch status {
    case 0: !isUntrusted
    case 408, 429, 500..<501, 502..<600: true
    default: false
    }
  }

  /// What it says of the address, a redirect aside.
  var answer: LinkAnswer {
    switch status {
    case 0 where isTimeOut: .unreachable("it gave no answer in time")
    case 0 where isUntrusted: .unreachable("its certificate is not valid")
    case 0: .unreachable("no connection was made")
    case 200..<400: .found(movedTo: nil)
    case 404, 410: .dead("the server says that there is no such page (\(status))")
    case 408, 500..<600: .unreachable("the server answers \(status)")
    case 429: .unchecked("the server says that it is asked too often (429)")
    default: .unchecked("the server answers \(status), which it may say to programs only")
    }
  }
}
