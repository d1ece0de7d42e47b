import Diagnostics
import Foundation
import Rendering
import Testing
import Theme

@Suite struct SiteThemeTests {
  @Test func embedsEveryFileOfTheFolder() throws {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { folder.deleteLastPathComponent() }
    folder.append(path: "Templates")
    let enumerator = try #require(FileManager.default.enumerator(atPath: folder.path))
    let files = enumerator.compactMap { $0 as? String }.filter { path in
      path.hasSuffix(".mustache") || path.hasPrefix("assets/")
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

  @Test(arguments: [
    ("{{titel}}", "theme.unknown-name", 1, "did you mean “title”?"),
    ("<p>\n  {{{title}}}", "theme.wrong-braces", 2, "write {{title}}"),
    ("{{body}}", "theme.wrong-braces", 1, "write {{{body}}}"),
    ("{{> heat}}", "theme.missing-template", 1, "did you mean “head”?"),
    ("{{#body}}x{{/body}}", "theme.syntax", 1, "take this tag out"),
    ("{{title", "theme.syntax", 1, "end it with }}"),
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
}
