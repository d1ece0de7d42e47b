/// Writes diagnostics as text in one of the formats that people and tools read.
package protocol DiagnosticPrinter {
  /// The text of some diagnostics, in the order given; empty or ending in a line feed.
  func text(of diagnostics: [Diagnostic]) -> String
}

/// Finds the source file of a path, for places and excerpts; nil where there is no text to show.
package typealias SourceLookup = (_ path: String) -> SourceFile?
