import Markdown

/// Filling the gaps of a text; the text is the question's prompt.
package struct FillInInteraction {
  /// The gaps in the order of the text.
  package let blanks: [Blank]
}
