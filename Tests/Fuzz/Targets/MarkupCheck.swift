/// What must hold of the HTML of a page, whatever the page says: it is well-formed, and all markup in it is
/// the program's own.
///
/// It takes less than HTML allows: each element is closed in its order, values of attributes stand in double
/// quotes, and `<`, `>`, `"` and `&` of texts and values are escaped.
package struct MarkupCheck {
  private let html: [UInt8]
  private var index = 0
  private var open: [String] = []
  private var ids: Set<String> = []
  /// The first element that is not closed in its order, or id that stands twice.
  private var structuralProblem: String?

  private static let dataBlock = Array("<script type=\"application/json\" class=\"accepts\">".utf8)
  private static let dataBlockEnd = Array("</script>".utf8)
  private static let void: Set<String> = ["br", "hr", "img", "input", "wbr"]
  private static let elements: Set<String> = void.union([
    "a", "abbr", "bdi", "bdo", "blockquote", "button", "code", "dd", "del", "details", "div", "dl", "dt",
    "em",
    "fieldset", "figcaption", "figure", "form", "h1", "h2", "h3", "h4", "h5", "h6", "ins", "kbd", "label",
    "legend", "li", "mark", "nav", "noscript", "ol", "option", "p", "pre", "rp", "rt", "ruby", "section",
    "select", "small", "span", "strong", "sub", "summary", "sup", "table", "tbody", "td", "textarea", "th",
    "thead", "tr", "ul",
  ])
  private static let attributes: Set<String> = [
    "align", "alt", "autocapitalize", "autocomplete", "checked", "class", "dir", "disabled", "for", "hidden",
    "href", "id", "inputmode", "lang", "method", "name", "novalidate", "open", "role", "rows", "scope",
    "spellcheck", "src", "start", "tabindex", "title", "type", "value",
  ]

  /// - Parameters:
  ///   - html: what stands in the body of a page.
  ///   - isPublished: whether the page is without errors. One with errors is only shown in a preview, where
  ///     elements that its author has not closed, and ids that stand twice, do no harm.
  /// - Returns: what does not hold; nil where all holds.
  package static func problem(in html: [UInt8], isPublished: Bool) -> String? {
    var check = MarkupCheck(html)
    let problem = check.run() ?? (isPublished ? check.structuralProblem : nil)
    return problem.map { "\($0) at \(check.index) of \(String(decoding: html, as: UTF8.self))" }
  }

  private init(_ html: [UInt8]) {
    self.html = html
  }

  private mutating func run() -> String? {
    while index < html.count {
      switch html[index] {
      case UInt8(ascii: "<"): if let problem = tag() { return problem }
      case UInt8(ascii: ">"), UInt8(ascii: "\""): return "an unescaped character"
      case UInt8(ascii: "&"): if !skipReference() { return "an unescaped &" }
      default: index += 1
      }
    }
    if let last = open.last { note("<\(last)> is not closed") }
    return nil
  }

  private mutating func tag() -> String? {
    if html[index...].starts(with: Self.dataBlock) {
      // Its JSON has no “<”, so that nothing in it can end it.
      index = html[(index + 1)...].firstIndex(of: UInt8(ascii: "<")) ?? html.count
      guard html[index...].starts(with: Self.dataBlockEnd) else { return "a “<” in data for the script" }
      index += Self.dataBlockEnd.count
      return nil
    }
    index += 1
    let isClosing = byte == UInt8(ascii: "/")
    if isClosing { index += 1 }
    let name = word()
    guard Self.elements.contains(name) else { return "an element “\(name)”" }
    if isClosing {
      if open.last == name { open.removeLast() } else { note("</\(name)> closes nothing") }
    } else {
      while byte == UInt8(ascii: " ") {
        index += 1
        if let problem = attribute() { return problem }
      }
      if !Self.void.contains(name) { open.append(name) }
    }
    guard byte == UInt8(ascii: ">") else { return "no end of a tag" }
    index += 1
    return nil
  }

  private mutating func attribute() -> String? {
    let name = word()
    guard Self.attributes.contains(name) || name.hasPrefix("aria-") || name.hasPrefix("data-") else {
      return "an attribute “\(name)”"
    }
    guard byte == UInt8(ascii: "=") else { return nil }
    index += 1
    guard byte == UInt8(ascii: "\"") else { return "a value without quotes" }
    index += 1
    let start = index
    while byte != UInt8(ascii: "\"") {
      switch byte {
      case nil, UInt8(ascii: "<"), UInt8(ascii: ">"): return "an unescaped character in a value"
      case UInt8(ascii: "&"): if !skipReference() { return "an unescaped & in a value" }
      default: index += 1
      }
    }
    let value = String(decoding: html[start..<index], as: UTF8.self)
    index += 1
    if name == "id", !ids.insert(value).inserted { note("two ids “\(value)”") }
    if name == "href" || name == "src" {
      let scheme = value.lowercased().prefix { $0 != ":" }
      // Anything else before a colon is the beginning of a path (RFC 3986, section 3.1).
      let isScheme =
        scheme.count < value.count && scheme.utf8.first.map { (0x61...0x7A).contains($0) } == true
        && scheme.utf8.allSatisfy {
          (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || "+-.".utf8.contains($0)
        }
      if isScheme, !["http", "https", "mailto", "tel"].contains(scheme) { return "the scheme “\(scheme)”" }
    }
    return nil
  }

  private mutating func note(_ problem: String) {
    structuralProblem = structuralProblem ?? problem
  }

  private var byte: UInt8? { index < html.count ? html[index] : nil }

  /// The letters, digits and hyphens that come next.
  private mutating func word() -> String {
    let start = index
    while let byte, byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte == 0x2D
    {
      index += 1
    }
    return String(decoding: html[start..<index], as: UTF8.self)
  }

  private mutating func skipReference() -> Bool {
    index += 1
    if byte == UInt8(ascii: "#") { index += 1 }
    let name = word()
    guard !name.isEmpty, byte == UInt8(ascii: ";") else { return false }
    index += 1
    return true
  }
}
