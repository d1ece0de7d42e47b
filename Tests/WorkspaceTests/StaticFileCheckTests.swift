import Diagnostics
import Testing

@testable import Workspace

@Suite struct StaticFileCheckTests {
  static let site = ["index.html", "assets/style-1.css", "a/index.html", "a/images/x.png"]

  private func complaints(of staticFiles: [String]) -> [String] {
    StaticFileCheck(of: staticFiles, with: Self.site).diagnostics.map { "\($0.rule.id) \($0.span.path)" }
  }

  @Test(arguments: [["robots.txt", "CNAME"], ["a/images/y.png", "assets/more.css"], []])
  func takesFilesWithPathsOfTheirOwn(files: [String]) {
    #expect(complaints(of: files).isEmpty)
  }

  @Test(arguments: ["index.html", "a", "a/index.html", "index.html/x", "a/images"])
  func refusesAFileWhereTheCoursePublishes(file: String) {
    #expect(complaints(of: ["robots.txt", file]) == ["path.collision Content/static/\(file)"])
  }

  @Test(arguments: ["Index.html", "A/y.png", "a/Images/y.png", "a/images/X.PNG"])
  func refusesPathsThatDifferByCase(file: String) {
    #expect(complaints(of: [file]) == ["path.case-collision Content/static/\(file)"])
  }

  @Test(arguments: [["B.txt", "b.txt"], ["Größe", "GRÖSSE"], ["u\u{308}.png", "ü.png"], ["D/x", "d/y"]])
  func refusesStaticFilesThatDifferByCase(files: [String]) {
    #expect(complaints(of: files) == ["path.case-collision Content/static/\(files[1])"])
  }
}
