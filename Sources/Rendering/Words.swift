/// The interface's own words in one language.
package struct Words: Sendable {
  package static let english = Words()
}
