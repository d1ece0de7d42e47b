import Testing

@testable import Workspace

@Suite struct RequestHeadTests {
  private func heads(_ text: String) throws -> [RequestHead] {
    var bytes = Array(text.utf8)
    var heads: [RequestHead] = []
    while let head = try RequestHead.pop(from: &bytes) { heads.append(head) }
    return heads
  }

  @Test func readsRequestsOneAfterTheOther() throws {
    let read = try heads(
      "GET /a?b HTTP/1.1\r\nHost: x:1\r\n\r\n\r\nHEAD / HTTP/1.1\r\nhost:\ty \r\nConnection: a, Close\r\n\r\nGET"
    )
    #expect(read.map(\.method) == ["GET", "HEAD"])
    #expect(read.map(\.target) == ["/a?b", "/"])
    #expect(read.map(\.host) == ["x:1", "y"])
    #expect(read.map(\.keepsConnection) == [true, false])
  }

  @Test func keepsConnectionsOfOldClientsOnlyWhenAsked() throws {
    #expect(try heads("GET / HTTP/1.0\r\n\r\n").map(\.keepsConnection) == [false])
    #expect(try heads("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n").map(\.keepsConnection) == [true])
  }

  @Test func noticesBodies() throws {
    let fields = ["Content-Length: 1", "Transfer-Encoding: chunked", "Content-Length: 0", "Accept: x"]
    let read = try fields.flatMap { try heads("GET / HTTP/1.1\r\nHost: x\r\n\($0)\r\n\r\n") }
    #expect(read.map(\.hasBody) == [true, true, false, false])
  }

  @Test(arguments: [
    "GET / HTTP/1.1\r\n\r\n", "GET /\r\nHost: x\r\n\r\n", "GET  / HTTP/1.1\r\nHost: x\r\n\r\n",
    "G(T / HTTP/1.1\r\nHost: x\r\n\r\n", "GET / HTTP/1.1\r\nHost: x\r\n folded\r\n\r\n",
    "GET / HTTP/1.1\r\nHost : x\r\n\r\n", "GET / HTTP/1.1\r\nHost: x\r\nHost: x\r\n\r\n",
    "GET / HTTP/1.1\nHost: x\r\n\r\n", "GET /é HTTP/1.1\r\nHost: x\r\n\r\n", "\u{0}\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: x\r\n: y\r\n\r\n",
  ])
  func refusesWhatIsNoRequest(text: String) {
    #expect(throws: RequestHead.Mistake.malformed) { try heads(text) }
  }

  @Test func refusesOtherVersions() {
    #expect(throws: RequestHead.Mistake.unknownVersion) { try heads("GET / HTTP/2\r\nHost: x\r\n\r\n") }
  }

  @Test func refusesLargeHeadsBeforeTheyEnd() throws {
    let start = "GET / HTTP/1.1\r\nHost: x\r\nX: "
    let text = start + String(repeating: "x", count: RequestHead.limit - start.utf8.count)
    #expect(throws: RequestHead.Mistake.tooLarge) { try heads(text) }
    #expect(throws: RequestHead.Mistake.tooLarge) { try heads(text + "x\r\n\r\n") }
    #expect(try heads(String(text.dropLast())) == [])
  }
}
