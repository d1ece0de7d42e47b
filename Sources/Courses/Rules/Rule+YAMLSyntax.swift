import Diagnostics

extension Rule {
  package static let yamlSyntax = Rule(
    "yaml.syntax", .error, isFixable: true,
    "A file of settings is not valid YAML, so none of what it says can be read.")
}

extension Diagnostic {
  /// Text that no YAML parser could read.
  static func yamlSyntax(
    at span: Span, _ message: String, help: String, fixIt: FixIt? = nil
  ) -> Diagnostic {
    Diagnostic(.yamlSyntax, at: span, message, help: help, fixIt: fixIt)
  }

  /// - Parameter span: a colon that a space is to follow.
  static func gluedColon(at span: Span) -> Diagnostic {
    yamlSyntax(
      at: span, "there is no space after this colon", help: "write a space between the colon and the value",
      fixIt: FixIt("put a space after the colon", in: span.path, [.insert(" ", at: span.range.upperBound)]))
  }

  /// What libYAML says, in words for people who do not know its terms.
  ///
  /// - Parameters:
  ///   - problem: what libYAML found.
  ///   - context: what it was reading.
  ///   - span: where it stopped.
  ///   - opening: where what it was reading begins, if that is known.
  ///   - quotes: puts the text around the place in quotes, if that would mend a colon or a sign in it.
  static func yamlSyntax(
    problem: String, context: String?, at span: Span, opening: Span?, quoting quotes: FixIt?
  ) -> Diagnostic {
    let context = context ?? ""
    let begin = opening ?? span
    switch problem {
    case "mapping values are not allowed in this context":
      return yamlSyntax(
        at: span, "this colon cannot stand here",
        help: "put text that holds a colon and a space in quotes; begin a setting right under the one before",
        fixIt: quotes)
    case "could not find expected ':'":
      return yamlSyntax(
        at: begin, "a colon is missing here", help: "write a key, a colon, a space and a value: key: value")
    case "did not find expected key", "did not find expected '-' indicator":
      return yamlSyntax(
        at: span, "this does not fit the lines above it",
        help: "indent entries of one list or group by the same number of spaces")
    case "did not find expected ',' or ']'":
      return yamlSyntax(
        at: begin, "this list is not closed", help: "put commas between its entries and ] at its end")
    case "did not find expected ',' or '}'":
      return yamlSyntax(
        at: begin, "this group is not closed", help: "put commas between its entries and } at its end")
    case "found unexpected end of stream", "found unexpected document indicator":
      return yamlSyntax(
        at: begin, "this quotation mark is not closed", help: "put the same quotation mark at the end")
    case "found unknown escape character":
      return yamlSyntax(
        at: span, "this \\ does not form an escape", help: "write \\\\ for one \\, or use single quotes")
    case "found character that cannot start any token":
      return yamlSyntax(
        at: span, "this character cannot begin a value",
        help: "indent with spaces rather than tabs, and put text that begins with a sign in quotes",
        fixIt: quotes)
    case "block sequence entries are not allowed in this context":
      return yamlSyntax(
        at: span, "a list entry cannot stand here", help: "begin the list on a line of its own")
    case _ where problem.hasPrefix("Maximum nesting level"):
      return yamlSyntax(
        at: begin, "lists and groups lie too deep in one another", help: "remove brackets that are not needed"
      )
    case "but found another document":
      return yamlSyntax(at: span, "a second document begins here", help: "remove this line")
    default:
      return yamlSyntax(
        at: span, "this is not valid YAML: \(context.isEmpty ? "" : context + ", ")\(problem)",
        help: "correct it, or put the text in quotes")
    }
  }
}
