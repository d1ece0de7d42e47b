import FlyingSocks
import FoundationEssentials
import Rendering

/// One connection of a browser: its requests read one after the other, each answered from memory.
struct PreviewConnection: Sendable {
  let socket: AsyncSocket
  let number: Int
  let table: ConnectionTable
  let board: PreviewBoard
  /// The names by which the preview may be asked, with its port.
  let hosts: Set<String>

  /// How long a client may take for a request, and for each part of an answer.
  private static let (requestPatience, answerPatience) = (Duration.seconds(15), Duration.seconds(20))
  /// How many bytes of an answer are sent at a time.
  private static let partSize = 64 << 10

  /// Answers until the client goes, errs or takes too long.
  func serve() async {
    do {
      var bytes: [UInt8] = []
      while try await answerNext(from: &bytes) {}
    } catch {
      // The client has gone, or its time is up; there is nobody to tell.
    }
  }

  /// Answers the next request.
  ///
  /// - Parameter bytes: what was read beyond the last one.
  /// - Returns: whether another may follow.
  private func answerNext(from bytes: inout [UInt8]) async throws -> Bool {
    table.set(number, .waiting, for: Self.requestPatience)
    let head: RequestHead
    do {
      while true {
        if let next = try RequestHead.pop(from: &bytes) {
          head = next
          break
        }
        bytes += try await socket.read(atMost: 4096)
      }
    } catch let mistake as RequestHead.Mistake {
      try await send(Self.refusal(of: mistake), isHead: false, keepsConnection: false)
      return false
    }
    table.set(number, .answering, for: Self.answerPatience)
    if let refusal = refusal(of: head) {
      try await send(refusal, isHead: head.method == "HEAD", keepsConnection: false)
      return false
    }
    if let (stamp, page) = Self.news(wantedBy: head) {
      try await tellNews(of: page, since: stamp)
      return false
    }
    let response = board.site.response(to: head.target)
    try await send(response, isHead: head.method == "HEAD", keepsConnection: head.keepsConnection)
    return head.keepsConnection
  }

  // MARK: Refusals

  private static func refusal(of mistake: RequestHead.Mistake) -> PreviewResponse {
    switch mistake {
    case .malformed: .refusal(.badRequest, "This is no HTTP request.")
    case .tooLarge: .refusal(.headTooLarge, "The head of this request is larger than 16 KB.")
    case .unknownVersion: .refusal(.versionNotSupported, "The preview speaks HTTP/1.1.")
    }
  }

  private func refusal(of head: RequestHead) -> PreviewResponse? {
    // A page of another site may have its own name lead to this host, and read what it is answered.
    if let host = head.host, !hosts.contains(host.lowercased()) {
      return .refusal(.misdirected, "The preview is at the address that the terminal shows.")
    }
    guard head.method == "GET" || head.method == "HEAD" else {
      var refusal = PreviewResponse.refusal(.methodNotAllowed, "The preview is for reading.")
      refusal.fields = [("Allow", "GET, HEAD")]
      return refusal
    }
    return head.hasBody ? .refusal(.badRequest, "A request for a page has no body.") : nil
  }

  // MARK: Answers

  private func send(_ response: PreviewResponse, isHead: Bool, keepsConnection: Bool) async throws {
    let head = response.head(length: response.body.count, keepsConnection: keepsConnection)
    // The content is sent from where it is: many that are slow to read must not keep a copy each.
    var rest = (isHead ? [] : response.body)[...]
    var part = head
    repeat {
      part += rest.prefix(Self.partSize)
      rest = rest.dropFirst(Self.partSize)
      try await write(part)
      part = []
    } while !rest.isEmpty
  }

  private func write(_ bytes: [UInt8]) async throws {
    table.set(number, .answering, for: Self.answerPatience)
    try await socket.write(Data(bytes))
  }

  // MARK: News

  /// The page that a request wants to hear of, and the stamp that it has; nil where it wants a file.
  private static func news(wantedBy head: RequestHead) -> (stamp: Substring, page: Substring)? {
    let prefix = "/" + PreviewPage.eventsPath
    guard head.method == "GET", head.target.hasPrefix(prefix) else { return nil }
    let rest = head.target.dropFirst(prefix.count)
    guard let slash = rest.firstIndex(of: "/") else { return nil }
    return (rest[..<slash], rest[slash...])
  }

  /// Tells a page as a stream of events (HTML, section 9.2) when it should be loaded again.
  private func tellNews(of page: Substring, since stamp: Substring) async throws {
    let news = board.news()
    let response = PreviewResponse(status: .ok, mediaType: MediaType.events)
    try await write(response.head(length: nil, keepsConnection: false) + Array("retry: 1000\n\n".utf8))
    var isNew = board.site.stamp(of: String(page)) != stamp
    var iterator = news.makeAsyncIterator()
    while true {
      // A comment shows whether anybody is still there.
      try await write(Array((isNew ? "event: reload\ndata:\n\n" : ":\n\n").utf8))
      if isNew { return }
      table.set(number, .listening, for: nil)
      guard await iterator.next() != nil else { return }
      isNew = board.site.stamp(of: String(page)) != stamp
    }
  }
}
