import Foundation
import Testing

@testable import Workspace

@Suite struct ManifestTests {
  static let manifest = Manifest(
    files: [
      Manifest.File(path: "b.html", size: 2, hash: "00000000000000bb"),
      Manifest.File(path: "a/\"quoted\" \\ ünïcode.html", size: 1, hash: "00000000000000aa"),
    ],
    pages: [
      Manifest.Page(
        path: "practice.html", anchors: ["tab\t", "größe", "x"], objectives: ["apply"],
        questions: [
          Manifest.Question(id: "one", version: "1111", key: "2222"),
          Manifest.Question(id: "two", version: "3333", key: nil),
        ]),
      Manifest.Page(path: "lesson.html", anchors: [], objectives: [], questions: []),
    ])

  @Test func readsWhatItWrites() throws {
    #expect(try Manifest(Self.manifest.bytes, path: "Public/.waymark") == Self.manifest)
  }

  @Test func writesOneLineForEachFileAndPage() {
    #expect(
      String(decoding: Self.manifest.bytes, as: UTF8.self) == #"""
        {"version":1,
        "files":[
        {"path":"a/\"quoted\" \\ ünïcode.html","size":1,"hash":"00000000000000aa"},
        {"path":"b.html","size":2,"hash":"00000000000000bb"}],
        "pages":[
        {"path":"lesson.html","anchors":[],"objectives":[],"questions":[]},
        {"path":"practice.html","anchors":["tab\u0009","größe","x"],"objectives":["apply"],"questions":[{"id":"one","version":"1111","key":"2222"},{"id":"two","version":"3333"}]}]}

        """#)
  }

  @Test func keepsRedirectsOnlyWhereThereAreSome() throws {
    let redirects = [
      Manifest.Redirect(from: "b.html", to: "a.html"),
      Manifest.Redirect(from: "a.html#old", to: "a.html#new"),
    ]
    let manifest = Manifest(files: [], pages: [], redirects: redirects)
    #expect(
      String(decoding: manifest.bytes, as: UTF8.self) == #"""
        {"version":1,
        "files":[],
        "pages":[],
        "redirects":[
        {"from":"a.html#old","to":"a.html#new"},
        {"from":"b.html","to":"a.html"}]}

        """#)
    #expect(try Manifest(manifest.bytes, path: "Public/.waymark") == manifest)
  }

  @Test func passesOverKeysThatItDoesNotKnow() throws {
    let text = #"""
      { "version" : 1, "new": [{"a\u0062\/": [1.5e-3, null]}, "]"], "files": [],
        "pages": [{"path": "a.html", "more": true, "anchors": ["\u00e9\n"], "objectives": [], "questions": []}] }
      """#
    let manifest = try Manifest(Array(text.utf8), path: "Public/.waymark")
    #expect(manifest.pages.map(\.anchors) == [["é\n"]])
  }

  @Test(arguments: [
    "", "{", "[]", "{}", #"{"version":1}"#, #"{"version":1,"files":[],"pages":[]}x"#,
    #"{"version":1,"files":[],"pages":[],"new":[}"#,
    #"{"version":1,"files":[{"path":"a","size":-1,"hash":""}],"pages":[]}"#,
    #"{"version":1,"files":[{"path":"a","size":1}],"pages":[]}"#,
    #"{"version":1,"files":[{"path":"\ud800","size":1,"hash":""}],"pages":[]}"#,
    #"{"version":1,"files":[{"path":"a\x","size":1,"hash":""}],"pages":[]}"#,
    "{\"version\":1,\"files\":[],\"pages\":[],\"a\nb\":1}",
  ]) func refusesADamagedManifest(_ text: String) {
    let error = #expect(throws: WorkspaceError.self) {
      try Manifest(Array(text.utf8), path: "Public/.waymark")
    }
    #expect(error?.message.hasPrefix("the manifest is damaged") == true)
  }

  @Test func tellsANewerManifestFromADamagedOne() {
    let text = #"{"version":2,"files":"elsewhere"}"#
    let error = #expect(throws: WorkspaceError.self) {
      try Manifest(Array(text.utf8), path: "Public/.waymark")
    }
    #expect(error?.message.contains("newer Waymark") == true)
  }

  @Test func findsFilesByBytes() {
    #expect(Self.manifest.file(at: "b.html")?.size == 2)
    #expect(Self.manifest.file(at: "c.html") == nil)
    #expect(Self.manifest.file(at: "a/\"quoted\" \\ u\u{308}ni\u{308}code.html") == nil)
  }

  @Test func hashesAStreamLikeTheWhole() {
    let bytes = (0..<(ContentHash.blockSize * 2 + 5)).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
    var streamed = ContentHash()
    for start in stride(from: 0, to: bytes.count, by: ContentHash.blockSize) {
      streamed.append(Array(bytes[start..<min(start + ContentHash.blockSize, bytes.count)]))
    }
    #expect(streamed.hexadecimal == ContentHash(of: bytes).hexadecimal)
    #expect(streamed.hexadecimal != ContentHash(of: bytes.dropLast() + [0]).hexadecimal)
    // XXH64 of nothing, as the xxHash specification gives it.
    #expect(ContentHash().hexadecimal == "ef46db3751d8e999")
    #expect(ContentHash(of: []).hexadecimal == "ef46db3751d8e999")
  }
}
