/// The form of the names that lessons and objectives bear in addresses: `[a-z0-9]+(-[a-z0-9]+)*`.
package enum Slug {
  /// The names that no lesson can have, because the site uses them.
  package static let reserved = ["assets", "static", "review", "index", "404"]

  /// Whether a text is a slug.
  package static func isValid(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, let last = bytes.last, bytes.count <= 100 else { return false }
    let hyphen = UInt8(ascii: "-")
    guard first != hyphen, last != hyphen else { return false }
    return zip(bytes, bytes.dropFirst() + [0]).allSatisfy { byte, next in
      byte == hyphen ? next != hyphen : isLetterOrDigit(byte)
    }
  }

  /// A slug much like a text; nil where none of its characters could stand in one.
  package static func suggestion(for text: String) -> String? {
    var slug = ""
    for byte in text.lowercased().utf8.prefix(100) {
      if isLetterOrDigit(byte) {
        slug.unicodeScalars.append(Unicode.Scalar(byte))
      } else if !slug.isEmpty, !slug.hasSuffix("-") {
        slug += "-"
      }
    }
    if slug.hasSuffix("-") { slug.removeLast() }
    return slug.isEmpty ? nil : slug
  }

  /// What is wrong with a text as the name of a lesson's folder, and what to do about it; nil where nothing is.
  package static func objection(to text: String) -> (message: String, help: String)? {
    if !isValid(text) { return (badMessage(text), badHelp(text)) }
    return reserved.contains(text) ? (reservedMessage(text), reservedHelp(text)) : nil
  }

  static func badMessage(_ text: String) -> String { "“\(text)” cannot be part of an address" }

  static func badHelp(_ text: String) -> String {
    "use a to z, 0 to 9 and single hyphens between them"
      + (suggestion(for: text).map { ", such as “\($0)”" } ?? "")
  }

  static func reservedMessage(_ text: String) -> String { "“\(text)” is taken by the site itself" }

  static func reservedHelp(_ text: String) -> String {
    "give the lesson another name, such as “\(text)-lesson”; \(reserved.joined(separator: ", ")) are taken"
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
