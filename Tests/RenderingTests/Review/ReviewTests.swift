import Foundation
import TestSupport
import Testing

@testable import Rendering

/// What the script reads beside the forms: page data, the home's progress, the review page and the
/// files of cards.
@Suite struct ReviewTests {
  private let goldens = Goldens()

  private static let track = """
    title: A track
    description: What it is about.
    url: https://example.org/t/
    phases:
      - title: Steps
        lessons: [steps]
    """

  private static func lesson(_ practice: String) -> [String: String] {
    [
      "track.yml": track,
      "steps/overview.md": "---\ndescription: How.\nobjectives:\n  begin: Begin\n---\n\n# Steps\n",
      "steps/practice.md": "# Practice\n\n\(practice)",
    ]
  }

  @Test func writesWhatTheScriptReads() throws {
    var example = Example(try goldens.text(of: "track.txt"))
    let prefix = "Content/"
    let sources = example.parts.filter { $0.name.hasPrefix(prefix) }
    let site = try RenderedSite(
      Dictionary(uniqueKeysWithValues: sources.map { (String($0.name.dropFirst(prefix.count)), $0.text) }))
    example["page data"] =
      try site.files.keys.filter { $0.hasSuffix(".html") }.sorted().compactMap { path in
        try site.data(of: path).map { "\(path): \($0)" }
      }.joined()
    example["index.html: due"] =
      try site.part(of: "index.html", from: "<p class=\"due\"", to: "</p>\n")
    example["index.html: progress"] =
      try site.part(of: "index.html", from: "<section class=\"progress\"", to: "</section>\n")
    example["index.html: syllabus"] = try site.part(of: "index.html", from: "<ol class", to: "</ol>\n")
    example["review.html"] = try site.part(of: "review.html", from: "<main", to: "</ul>\n")
    for (path, text) in site.files.sorted(by: { $0.key < $1.key }) where path.hasPrefix("assets/cards/") {
      example[path] = text
    }
    #expect(try goldens.difference(of: example.text, from: "track.txt") == nil)
  }

  @Test func asksAQuestionAgainAsItStandsOnItsPage() throws {
    let site = try RenderedSite(
      Self.lesson("### Choose one: \\</script> “which”?\n\n- [x] One\\\\\n  > Yes.\n- [ ] Two\u{2028}\n"))
    let call = try #require(site.files["assets/cards/steps.js"])
    let parts = try #require(
      call.wholeMatch(
        of: /.*"questions":\[{"id":"practice\/([^"]+)","from":"([^"]+)","form":`((?:[^`\\]|\\.)*)`}\]}\);\n/
          .dotMatchesNewlines())
    ).output
    let form = parts.3.replacing(/\\(.)/) { $0.output.1 }
    let section = try site.part(of: "steps/practice.html", from: "<section class=\"q\"", to: "</section>")
    #expect(form == section.replacing("<p class=\"count\">Question 1 of 1</p>\n", with: ""))
    let anchor = try #require(section.firstMatch(of: /aria-labelledby="([^"]+)"/)).output.1
    #expect(parts.2 == "steps/practice.html#\(anchor)")
    #expect(try #require(section.firstMatch(of: /data-id="([^"]+)"/)).output.1 == parts.1)
  }

  @Test func listsTheReviewPageNowhereElse() throws {
    let site = try RenderedSite(Self.lesson("### Answer: name it\n\n- It\n"))
    #expect(site.files["review.html"] != nil)
    for (path, text) in site.files where path != "index.html" && path != "review.html" {
      #expect(!text.contains("review.html"), "\(path)")
    }
    #expect(try site.part(of: "review.html", from: "<main", to: "</main>").contains("<h2>") == false)
    #expect(site.files["review.html"]?.contains("rel=\"canonical\"") == false)
  }

  @Test func offersNoReviewWhereNothingCanComeAgain() throws {
    let site = try RenderedSite(
      Self.lesson("```quiz\nanswers: omit\n```\n\n### Answer: name it\n\n- It\n"))
    #expect(site.files["review.html"] == nil)
    #expect(!site.files.keys.contains { $0.hasPrefix("assets/cards/") })
    #expect(site.files["index.html"]?.contains("review.html") == false)
    #expect(site.files["index.html"]?.contains("class=\"done\"") == false)
  }

  @Test func tellsNoProgressOfATrackWithoutQuestions() throws {
    var sources = Self.lesson("")
    sources["steps/practice.md"] = nil
    let site = try RenderedSite(sources)
    #expect(site.files["index.html"]?.contains("progress") == false)
    #expect(!site.files.contains { $0.key.hasSuffix(".html") && $0.value.contains("page.data") })
  }
}
