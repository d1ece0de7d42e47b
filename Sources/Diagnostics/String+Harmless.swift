extension String {
  /// The text with every character that could steer a terminal or reorder a line shown as U+FFFD.
  ///
  /// Those are control characters, which begin escape sequences; the controls of the bidirectional
  /// algorithm, which can make a line read as something else (Unicode Technical Standard 55, section
  /// 3.1); line and paragraph separators; and invisible tag characters.
  package var harmless: String {
    guard unicodeScalars.contains(where: \.isHarmful) else { return self }
    var text = ""
    for scalar in unicodeScalars {
      text.unicodeScalars.append(scalar.isHarmful ? "\u{FFFD}" : scalar)
    }
    return text
  }
}

extension Unicode.Scalar {
  /// Whether the character can steer a terminal or reorder the line it stands in.
  var isHarmful: Bool {
    switch value {
    case 0x20...0x7E: false
    case 0...0x1F, 0x7F...0x9F: true
    case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x206F: true
    case 0xFFF9...0xFFFB, 0xE0000...0xE007F: true
    default: false
    }
  }

  /// How many cells of a terminal the character takes: 0, 1 or 2.
  ///
  /// The blocks are those whose `East_Asian_Width` is Wide or Fullwidth (Unicode Standard Annex 11),
  /// taken whole.
  var cellWidth: Int {
    switch value {
    case 0x20...0x02FF: return 1
    case 0x1100...0x115F, 0x231A...0x231B, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
      0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default: break
    }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return 1
    }
  }
}
