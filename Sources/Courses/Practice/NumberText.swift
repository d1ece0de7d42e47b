import Foundation

/// A number as people write it, and an answer made of one.
enum NumberText {
  /// What an answer of a Number question says.
  struct Answer {
    let range: NumberRange
    let unit: String?
    /// A number in it that has a comma for its decimal mark, if any.
    let decimalComma: String?
    /// Whether a number has decimals and no tolerance.
    let missesTolerance: Bool
    /// The two ends of a range that runs down.
    let descending: (from: String, to: String)?
  }

  /// The value of a number: white space and `_` are left out, `−` is a minus, and a `,` that is the
  /// only separator is the decimal mark. An exponent may follow, as in `1.5e-3`.
  ///
  /// - Returns: nil for anything else, and for numbers of more than 30 digits or with an exponent of more
  ///   than 30.
  static func value(of text: some StringProtocol) -> Decimal? {
    var digits = text.lowercased().filter { !$0.isWhitespace && $0 != "_" }.replacing("−", with: "-")
    let isNegative = digits.hasPrefix("-")
    if isNegative || digits.hasPrefix("+") { digits.removeFirst() }
    let parts = digits.split(separator: "e", maxSplits: 1, omittingEmptySubsequences: false)
    guard let mantissa = parts.first else { return nil }
    let separators = mantissa.filter { $0 == "." || $0 == "," }.count
    let count = mantissa.utf8.filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
    guard separators <= 1, (1...30).contains(count), mantissa.utf8.count == count + separators,
      let exponent = parts.count == 1 ? 0 : Int(parts[1]), (-30...30).contains(exponent)
    else { return nil }
    let padded = "0" + mantissa.replacing(",", with: ".") + (separators == 1 ? "0" : "")
    guard let value = Decimal(string: padded) else { return nil }
    let scaled = value * Decimal(sign: .plus, exponent: exponent, significand: 1)
    return isNegative ? -scaled : scaled
  }

  /// Reads what an author accepts: `number [± tol[%]] [unit]` or `low..high [unit]`.
  static func answer(in text: String) -> Answer? {
    var scanner = Scanner(rest: text.trimmed[...])
    guard let first = scanner.number() else { return nil }
    if scanner.take("..") { return range(from: first, &scanner) }
    let beforeSpace = scanner
    scanner.skipSpace()
    guard scanner.take("±") || scanner.take("+-") else {
      scanner = beforeSpace
      guard let unit = scanner.unit(), let value = value(of: first) else { return nil }
      return Answer(
        range: NumberRange(lower: value, upper: value), unit: unit.isEmpty ? nil : unit,
        decimalComma: first.contains(",") ? first : nil,
        missesTolerance: first.contains { $0 == "." || $0 == "," }, descending: nil)
    }
    scanner.skipSpace()
    guard let tolerance = scanner.number(), !tolerance.hasPrefix("-"), !tolerance.hasPrefix("−") else {
      return nil
    }
    let isRelative = scanner.take("%")
    guard let unit = scanner.unit(), let value = value(of: first), var width = self.value(of: tolerance)
    else {
      return nil
    }
    if isRelative { width = abs(value) * width / 100 }
    return Answer(
      range: NumberRange(lower: value - width, upper: value + width), unit: unit.isEmpty ? nil : unit,
      decimalComma: [first, tolerance].first { $0.contains(",") }, missesTolerance: false, descending: nil)
  }

  private static func range(from first: String, _ scanner: inout Scanner) -> Answer? {
    guard let second = scanner.number(), let unit = scanner.unit(), let low = value(of: first),
      let high = value(of: second)
    else { return nil }
    return Answer(
      range: NumberRange(lower: min(low, high), upper: max(low, high)), unit: unit.isEmpty ? nil : unit,
      decimalComma: [first, second].first { $0.contains(",") }, missesTolerance: false,
      descending: low > high ? (first, second) : nil)
  }

  private struct Scanner {
    var rest: Substring

    mutating func skipSpace() { rest = rest.drop(while: \.isWhitespace) }

    mutating func take(_ text: String) -> Bool {
      guard rest.hasPrefix(text) else { return false }
      rest = rest.dropFirst(text.count)
      return true
    }

    /// A number with an optional sign, as the source writes it.
    mutating func number() -> String? {
      var number = ""
      if let sign = rest.first, "+-−".contains(sign), !rest.hasPrefix("+-") {
        number.append(sign)
        rest.removeFirst()
      }
      while let next = rest.first {
        let follows = rest.dropFirst().first.map(isDigit) ?? false
        guard isDigit(next) || ((next == "." || next == "," || next == "_") && follows) else { break }
        number.append(next)
        rest.removeFirst()
      }
      let exponent = exponent
      number += exponent
      rest = rest.dropFirst(exponent.count)
      return NumberText.value(of: number) == nil ? nil : number
    }

    /// The exponent that follows, such as `e-3`; empty where there is none.
    private var exponent: Substring {
      guard let mark = rest.first, "eE".contains(mark) else { return "" }
      let sign = rest.dropFirst().first.map { "+-−".contains($0) } == true ? 2 : 1
      let digits = rest.dropFirst(sign).prefix(while: isDigit)
      return digits.isEmpty ? "" : rest[..<digits.endIndex]
    }

    /// What is left: nothing, or a unit after a space; nil for anything else.
    mutating func unit() -> String? {
      guard let first = rest.first else { return "" }
      guard first.isWhitespace else { return nil }
      let unit = rest.trimmed
      // A sign begins another way to write a tolerance or a range.
      guard let first = unit.first, !first.isNumber, !"+-−–±".contains(first), unit.count <= 40 else {
        return nil
      }
      return unit
    }

    private func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
  }
}
