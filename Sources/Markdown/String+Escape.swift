extension String {
  /// The text in one line as Markdown that shows it as it is: the characters escaped that would mark
  /// something up.
  package var escapedAsMarkdown: String {
    var escaped = String.UnicodeScalarView()
    // Not by characters: one with a combining mark behind it is another character.
    for scalar in unicodeScalars {
      if "\\`*_[]<>#&~".unicodeScalars.contains(scalar) { escaped.append("\\") }
      escaped.append(Character(scalar).isNewline ? " " : scalar)
    }
    return String(escaped)
  }
}
