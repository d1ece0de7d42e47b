/// A diagnostic with the texts that people are shown of it, so that its source is not needed any more.
package struct ShownDiagnostic: Hashable, Sendable {
  /// What it shows.
  package let diagnostic: Diagnostic
  /// Where it is: `path:line:column`, or the path alone where the file cannot be read.
  package let location: String
  /// The line that it means; nil where the file cannot be read.
  package let excerpt: Excerpt?
  /// The places that explain it.
  package let notes: [Note]

  /// Another place that explains a diagnostic.
  package struct Note: Hashable, Sendable {
    /// What the place has to do with it.
    package let message: String
    /// Where it is, in the same form.
    package let location: String
    /// The line that it means.
    package let excerpt: Excerpt?
  }

  /// - Parameters:
  ///   - diagnostic: what to show.
  ///   - places: finds the files and the places in them.
  package init(_ diagnostic: Diagnostic, _ places: inout PlaceFinder) {
    self.diagnostic = diagnostic
    let source = places.source(of: diagnostic.span)
    location = places.location(of: diagnostic.span, in: source)
    excerpt = source.map { Excerpt(of: diagnostic.span, in: $0) }
    var notes: [Note] = []
    for note in diagnostic.notes {
      let source = places.source(of: note.span)
      notes.append(
        Note(
          message: note.message.harmless, location: places.location(of: note.span, in: source),
          excerpt: source.map { Excerpt(of: note.span, in: $0) }))
    }
    self.notes = notes
  }
}
