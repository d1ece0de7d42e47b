import Diagnostics

extension Rule {
  package static let brokenLink = Rule(
    "link.broken", .error, isFixable: true,
    "A link leads to a file that is not there.")
}

extension Diagnostic {
  static func missingDestination(
    _ path: String, of thing: LinkingThing, suggestion: String?, at span: Span
  ) -> Diagnostic {
    Diagnostic(
      thing.brokenRule, at: span, "there is no file “\(path)”",
      help: suggestion.map { "did you mean “\($0)”?" }
        ?? "name a file that is there, as seen from the folder of this page")
  }

  static func emptyDestination(of thing: LinkingThing, at span: Span) -> Diagnostic {
    Diagnostic(
      thing.brokenRule, at: span, "this \(thing) leads to nothing",
      help: "write a file or an address between ( and )")
  }

  static func malformedDestination(
    _ destination: String, of thing: LinkingThing, at span: Span
  ) -> Diagnostic {
    Diagnostic(
      thing.brokenRule, at: span, "“\(destination)” is not an address",
      help: "write a file with / between its folders, or an address that begins with https://")
  }

  static func queryInDestination(
    _ destination: String, of thing: LinkingThing, at span: Span
  ) -> Diagnostic {
    Diagnostic(
      thing.brokenRule, at: span, "“\(destination)” has a ?, which no file of the course has",
      help: "remove the ? and what follows it")
  }

  static func folderAsDestination(
    _ destination: String, of thing: LinkingThing, suggestion: String?, at span: Span
  ) -> Diagnostic {
    Diagnostic(
      thing.brokenRule, at: span, "“\(destination)” is a folder",
      help: suggestion.map { "link to a file in it, such as \($0)" } ?? "link to a file")
  }
}
