import Diagnostics

extension Rule {
  package static let unclosedFrontMatter = Rule(
    "overview.unclosed-front-matter", .error, isFixable: true,
    "The settings of an overview have no end, so the page could not be told from them.")
}

extension Diagnostic {
  /// - Parameters:
  ///   - source: the overview.
  ///   - line: the line of the last setting, where it is known.
  static func unclosedFrontMatter(in source: SourceFile, lastSetting line: Int?) -> Diagnostic {
    Diagnostic(
      .unclosedFrontMatter, at: source.span(ofLine: 1), "the settings that begin here have no end",
      help: "put a line --- after the last setting",
      fixIt: line.map { line in
        FixIt(
          "put a line --- after line \(line)", in: source.path,
          [.insert("\(source.lineEnding)---", at: source.range(ofLine: line).upperBound)])
      })
  }
}
