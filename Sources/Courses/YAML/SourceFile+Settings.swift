import Diagnostics

/// What a line of YAML was probably meant to be that no YAML parser could read.
extension SourceFile {
  /// Puts quotes around a text in which a colon or the first sign cannot stand, where the line is a setting and
  /// the text ends with it.
  ///
  /// - Parameters:
  ///   - offset: the place of the colon or the sign.
  ///   - start: where the YAML begins.
  func quotingSetting(around offset: Int, from start: Int) -> FixIt? {
    let line = line(at: offset)
    let range = range(ofLine: line, from: start)
    guard range.count <= 1000 else { return nil }
    let setting = text(in: range)
    guard let match = setting.wholeMatch(of: /( *)(- )?([a-z0-9-]+: +)([^\s"'\[\]{}|>&*!#].*?)\s*/),
      !match.4.contains(" #"), !match.4.contains(where: { "\"\\\t".contains($0) })
    else { return nil }
    // A line that is indented further would go on with the text.
    let next = text(in: self.range(ofLine: line + 1))
    let indent = match.1.count + (match.2?.count ?? 0)
    guard next.allSatisfy(\.isWhitespace) || next.prefix(while: { $0 == " " }).count <= indent else {
      return nil
    }
    let end = range.lowerBound + setting[..<match.4.endIndex].utf8.count
    let opening = end - match.4.utf8.count
    guard (opening..<end).contains(offset) else { return nil }
    return FixIt(
      "put quotes around the text", in: path, [.insert("\"", at: opening), .insert("\"", at: end)])
  }

  /// The colon of a setting that no space follows, so that YAML takes the whole for text that goes on.
  ///
  /// - Parameters:
  ///   - opening: where what YAML could not end begins, if that is known.
  ///   - offset: where it stopped; the setting may stand in the nearest line above that holds anything.
  ///   - start: where the YAML begins.
  func gluedColon(opening: Int?, above offset: Int, from start: Int) -> Span? {
    var above = line(at: offset) - 1
    let first = line(at: start)
    while above > first, text(in: range(ofLine: above)).allSatisfy(\.isWhitespace) { above -= 1 }
    for line in [opening.map(line(at:)), above].compactMap(\.self) where line >= first {
      let range = range(ofLine: line, from: start)
      guard range.count <= 1000, let match = text(in: range).wholeMatch(of: /( *(?:- )?[a-z]+):[^\s:\/].*/)
      else {
        continue
      }
      let colon = range.lowerBound + match.1.utf8.count
      return span(colon..<colon + 1)
    }
    return nil
  }

  /// The bytes of a line that belong to the YAML: a byte order mark does not.
  private func range(ofLine line: Int, from start: Int) -> Range<Int> {
    let range = range(ofLine: line)
    return max(range.lowerBound, start)..<max(range.upperBound, start)
  }
}
