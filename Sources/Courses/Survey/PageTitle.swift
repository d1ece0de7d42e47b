import Diagnostics
import Markdown

/// Finds the title of a page without parsing all of it.
enum PageTitle {
  /// How many bytes are tried first; a title further down is found by parsing the whole page.
  private static let firstPart = 128

  /// The text of the first heading of level 1.
  ///
  /// - Parameters:
  ///   - source: the page's file.
  ///   - offset: where its Markdown begins.
  /// - Returns: nil where there is no such heading.
  static func find(in source: SourceFile, from offset: Int) -> String? {
    if let end = endOfFirstPart(of: source, from: offset) {
      let part = SourceFile(path: source.path, bytes: Array(source.bytes[offset..<end]))
      // Brackets may stand for a link that is defined further down.
      if let title = title(of: part, from: 0), !title.contains("[") { return title }
    }
    return title(of: source, from: offset)
  }

  private static func title(of source: SourceFile, from offset: Int) -> String? {
    Document.parse(source, from: offset).document?.read { root in
      root.children.first { $0.kind == .heading(level: 1) }?.plainText
    }
  }

  /// The first empty line after ``firstPart`` bytes; nil where the page is not much longer than that.
  private static func endOfFirstPart(of source: SourceFile, from offset: Int) -> Int? {
    guard source.bytes.count - offset > 2 * firstPart else { return nil }
    var line = source.line(at: offset + firstPart)
    while line < source.lineCount {
      let range = source.range(ofLine: line)
      if range.isEmpty { return range.lowerBound }
      line += 1
    }
    return nil
  }
}
