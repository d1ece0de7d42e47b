/// The elements that pages may hold as raw HTML, each with its name.
///
/// Their tags are never copied: the writer writes them anew from these names.
package enum RawHTMLElement: String, CaseIterable, Sendable {
  case br, wbr, kbd, sub, sup, abbr, mark, ins, small, bdi, bdo, ruby, rt, rp, details, summary

  /// Whether it has no closing tag and holds nothing.
  package var isVoid: Bool { self == .br || self == .wbr }

  /// Whether it holds blocks and stands among them, as against within a line of text.
  package var isBlock: Bool { self == .details || self == .summary }
}

/// The attributes that raw HTML may have, each with its name.
package enum RawHTMLAttribute: String, CaseIterable, Sendable {
  case title, lang, dir, open
}
