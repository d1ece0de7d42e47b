/// What a page says of its own, apart from what is around it on many pages.
///
/// A new lesson changes the navigation and “Lesson 1 of 9” on every other page. If all of those counted
/// as changed, nobody would find the one that was edited.
enum PageContent {
  private static let passedOver: [(start: StaticString, end: StaticString)] = [
    ("<nav", "</nav>"), ("<p class=\"where\"", "</p>"),
  ]

  /// The `main` of a page without the navigation in it and without the line that numbers the lesson.
  ///
  /// - Parameter page: HTML that Waymark wrote, in which a tag cannot stand inside a text or a value.
  /// - Returns: the whole page where it has no `main`, as with templates of a project's own.
  static func of(_ page: [UInt8]) -> [UInt8] {
    guard var index = firstIndex(of: "<main", in: page[...]) else { return page }
    let end = firstIndex(of: "</main>", in: page[index...]) ?? page.endIndex
    var content: [UInt8] = []
    var copied = index
    while let tag = page[index..<end].firstIndex(of: UInt8(ascii: "<")) {
      index = tag + 1
      guard let passedOver = passedOver.first(where: { page[tag...].hasPrefix($0.start) }) else { continue }
      // Where it is not closed, no later one is: to look for each of their ends could take for ever.
      guard let close = firstIndex(of: passedOver.end, in: page[tag..<end]) else { break }
      content += page[copied..<tag]
      copied = close
      index = close
    }
    return content + page[copied..<end]
  }

  private static func firstIndex(of tag: StaticString, in page: ArraySlice<UInt8>) -> Int? {
    var rest = page
    while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
      if page[start...].hasPrefix(tag) { return start }
      rest = page[(start + 1)...]
    }
    return nil
  }
}

extension ArraySlice<UInt8> {
  func hasPrefix(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { prefix($0.count).elementsEqual($0) }
  }

  func hasSuffix(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { suffix($0.count).elementsEqual($0) }
  }
}
