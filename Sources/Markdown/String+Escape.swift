extension String {
  /// The text in one line as Markdown that shows it as it is: the characters escaped that would mark
  /// something up.
  package var escapedAsMarkdown: String {
    var escaped = ""
    for character in self {
      if "\\`*_[]<>#&~".contains(character) { escaped.append("\\") }
      escaped.append(character.isNewline ? " " : character)
    }
    return escaped
  }
}
