import Diagnostics
import Foundation
import Testing
import Theme

@testable import Rendering

@Suite struct SiteThemeTests {
  @Test func embedsEveryFileOfTheFolder() throws {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { folder.deleteLastPathComponent() }
    folder.append(path: "Templates")
    let enumerator = try #require(FileManager.default.enumerator(atPath: folder.path))
    let files = enumerator.compactMap { $0 as? String }.filter { path in
      path.hasSuffix(".mustache") || path.wholeMatch(of: /(?:assets|preview)\/.*\.\w+/) != nil
    }
    #expect(BuiltInTheme.files.map(\.path) == files.sorted())
    for file in BuiltInTheme.files {
      #expect(try Data(contentsOf: folder.appending(path: file.path)) == Data(file.bytes), "\(file.path)")
    }
  }

  @Test func loadsTheBuiltInTheme() throws {
    let (theme, diagnostics) = SiteTheme.load(overrides: [])
    #expect(diagnostics.isEmpty)
    let paths = try #require(theme).assets.map(\.path)
    #expect(paths.contains { $0.wholeMatch(of: /assets\/style\.[0-9a-f]{16}\.css/) != nil })
  }

  @Test func namesAnAssetAfterItsContent() throws {
    let plain = try #require(SiteTheme.load(overrides: []).theme)
    let changed = try #require(
      SiteTheme.load(overrides: [SourceFile(path: "Templates/assets/style.css", text: "p{}")]).theme)
    #expect(plain.assets.map(\.path) != changed.assets.map(\.path))
  }

  // MARK: The script

  /// The script of a page, `script` or `review`.
  private func script(
    _ name: String = "script", with overrides: [(path: String, text: String)] = []
  ) throws -> String {
    let files = overrides.map { SourceFile(path: "Templates/assets/" + $0.path, text: $0.text) }
    let scripts = try #require(SiteTheme.load(overrides: files).theme).assets.filter {
      $0.path.hasSuffix(".js")
    }
    #expect(scripts.count == 2)
    let script = try #require(scripts.first { $0.path.hasPrefix("assets/\(name).") })
    #expect(script.path.wholeMatch(of: /assets\/\w+\.[0-9a-f]{16}\.js/) != nil)
    return String(decoding: script.bytes, as: UTF8.self)
  }

  @Test(arguments: ["script", "review"])
  func joinsTheFilesOfTheScript(_ name: String) throws {
    let script = try script(name)
    #expect(script.hasPrefix("(() => {\n\"use strict\";\n") && script.hasSuffix("\n})();\n"))
    let own = ["home", "review", "schedule"].map { "assets/script/\($0).js" }
    let parts = BuiltInTheme.files.filter {
      $0.path.hasPrefix("assets/script/") && (name == "review" || !own.contains($0.path))
    }
    let expected = parts.flatMap { file in
      String(decoding: file.bytes, as: UTF8.self).split(separator: "\n").map {
        $0.drop(while: \.isWhitespace)
      }
      .filter { !$0.isEmpty && !$0.hasPrefix("//") }
    }
    #expect(expected.count > 500)
    let isJoined =
      script.dropFirst(22).dropLast(6).replacing("\n", with: "") == expected.joined()
    #expect(isJoined, "nothing is lost but the ends of lines")
    #expect(script.split(separator: "\n").count < expected.count)
  }

  @Test func leavesCommentsAndIndentsOutOfTheScript() throws {
    let text = "// A comment.\n\n  let a = 1; // Kept;\n\t// Another.\n \r\n\tlet b = `  x  `;\n  f({\n  c })"
    let script = try script(with: [("script/~.js", text)])
    #expect(script.hasSuffix("\nlet a = 1; // Kept;\nlet b = `  x  `;f({c })\n})();\n"))
  }

  @Test func takesAProjectsOwnFilesOfTheScript() throws {
    for name in ["script", "review"] {
      let tools = try script(name, with: [("script/tools.js", "ownTools();")])
      #expect(tools.contains("ownTools();") && !tools.contains("function makeTools"))
      #expect(tools.contains("function setUpQuestion"))
      let review = try script(name, with: [("script/review.js", "ownReview();")])
      #expect(review.contains("ownReview();") == (name == "review"))
    }
  }

  @Test func takesAProjectsOwnScriptForAllPages() throws {
    let file = SourceFile(path: "Templates/assets/script.js", text: "// all\n")
    let theme = try #require(SiteTheme.load(overrides: [file]).theme)
    let scripts = theme.assets.filter { $0.path.hasSuffix(".js") }
    #expect(scripts.map(\.bytes) == [file.bytes])
    #expect(theme.reviewScriptPath == scripts.first?.path)
  }

  @Test func givesTheReviewPageItsOwnScript() throws {
    let theme = try #require(SiteTheme.load(overrides: []).theme)
    let path = theme.publishedPath(ofAsset: SiteScript.path)
    #expect(theme.reviewScriptPath != path)
    #expect(Set(theme.assets.map(\.path)).isSuperset(of: [theme.reviewScriptPath, path]))
  }

  @Test func saysNothingThatTheTableOfWordsDoesNotHave() throws {
    let script = try script("review")
    let keys = Set(Words.english.script.map(\.key))
    #expect(keys.count == Words.english.script.count)
    for call in script.matches(of: /\b(?:say|makeButton)\("(\w+)"/) {
      #expect(keys.contains(String(call.output.1)), "\(call.output.1)")
    }
    for key in keys { #expect(script.contains("\"\(key)\""), "nobody says \(key)") }
  }

  @Test(arguments: [
    ("{{titel}}", "theme.unknown-name", 1, "did you mean “title”?"),
    ("<p>\n  {{{title}}}", "theme.wrong-braces", 2, "write {{title}}"),
    ("{{body}}", "theme.wrong-braces", 1, "write {{{body}}}"),
    ("{{> heat}}", "theme.missing-template", 1, "did you mean “head”?"),
    ("{{#body}}x{{/body}}", "theme.syntax", 1, "take this tag out"),
    ("{{title", "theme.syntax", 1, "end it with }}"),
    ("<p>\n\u{10FFFC}", "theme.syntax", 2, "take it out"),
    ("{{> notice}}", "theme.partial-circle", 1, "take one of these partials out of another"),
  ]) func reportsAMistakeInATemplate(_ text: String, _ rule: String, _ line: Int, _ help: String) throws {
    let file = SourceFile(path: "Templates/notice.mustache", text: text)
    let (theme, diagnostics) = SiteTheme.load(overrides: [file])
    #expect(theme == nil)
    let diagnostic = try #require(diagnostics.first)
    #expect(diagnostic.rule.id == rule)
    #expect(diagnostic.span.path == file.path)
    #expect(file.position(at: diagnostic.span.range.lowerBound).line == line)
    #expect(diagnostic.help.hasPrefix(help))
  }

  /// Overrides with partials `a0`, `a1`, …, each made of the text with the number of the next for `#`.
  private func chain(_ count: Int, of text: String, end: String) -> [SourceFile] {
    let notice = SourceFile(path: "Templates/notice.mustache", text: "{{> a0}}")
    return [notice]
      + (0...count).map { number in
        SourceFile(
          path: "Templates/a\(number).mustache",
          text: number == count ? end : text.replacing("#", with: "\(number + 1)"))
      }
  }

  @Test func refusesPartialsThatGrowWithoutBounds() {
    let spaces = String(repeating: " ", count: 2000)
    for files in [
      chain(60, of: "{{> a#}}{{> a#}}", end: "x"), chain(60, of: "{{> a#}}{{> a#}}", end: ""),
      chain(2000, of: "{{> a#}}", end: "x"),
      chain(1, of: "\(spaces){{> a#}}\n", end: String(repeating: "x\n", count: 2000)),
    ] {
      let (theme, diagnostics) = SiteTheme.load(overrides: files)
      #expect(theme == nil)
      #expect(diagnostics.map(\.rule.id) == ["theme.too-large"])
    }
  }

  @Test func allowsPartialsThatStandInManyPlaces() {
    for files in [
      chain(12, of: "{{> a#}}{{> a#}}", end: "x"), chain(90, of: "  {{> a#}}\n", end: "x\n"),
    ] {
      let (theme, diagnostics) = SiteTheme.load(overrides: files)
      #expect(theme != nil && diagnostics.isEmpty)
    }
  }
}
