import Diagnostics

extension Rule {
  package static let yamlAnchor = Rule(
    "yaml.anchor", .error,
    "A value is an anchor, an alias or a tag of YAML, which are not followed here and are mostly text without quotes."
  )
}

extension Diagnostic {
  /// - Parameter indicator: the character with which it begins: `&`, `*` or `!`.
  static func yamlAnchor(_ indicator: Character, at span: Span) -> Diagnostic {
    let name =
      switch indicator {
      case "&": "an anchor"
      case "*": "an alias"
      default: "a tag"
      }
    return Diagnostic(
      .yamlAnchor, at: span, "a value that begins with \(indicator) is \(name) in YAML and not read here",
      help: "put the text in quotes, or write the value out")
  }
}
