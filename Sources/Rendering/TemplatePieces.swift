import HTML
import Mustache

/// A template cut at its names once, so that to fill it is to join bytes: the library looks each name up
/// through reflection, which takes longer than all else that is done for a page.
struct TemplatePieces: Sendable {
  private enum Piece {
    case html(HTMLWriter)
    case name(TemplateKey)
  }

  private var pieces: [Piece] = []

  /// Lets the library write the template with marks in place of values, and cuts at the marks.
  ///
  /// - Parameters:
  ///   - template: the name of a template that the library has.
  ///   - library: all templates, checked by ``TemplateCheck``.
  init(_ template: Template, of library: MustacheLibrary) {
    var marks: [String: Any] = [:]
    var words: [String: String] = [:]
    for (index, key) in TemplateKey.allCases.enumerated() {
      let parts = key.rawValue.split(separator: ".")
      let mark = Self.mark(index)
      if parts.count == 2 { words[String(parts[1])] = mark } else { marks[key.rawValue] = mark }
    }
    marks["words"] = words
    guard let text = library.render(marks, withTemplate: template.rawValue) else {
      preconditionFailure("The check demands that the template \(template.rawValue) exists")
    }
    var isMark = false
    for part in text.unicodeScalars.split(separator: Self.delimiter, omittingEmptySubsequences: false) {
      if isMark, let index = Int(String(part)), TemplateKey.allCases.indices.contains(index) {
        pieces.append(.name(TemplateKey.allCases[index]))
      } else {
        append(HTMLWriter(template: String(part)))
      }
      isMark.toggle()
    }
  }

  /// Writes the template with its values.
  func filled(with values: TemplateValues) -> [UInt8] {
    let parts = pieces.map { piece in
      switch piece {
      case .html(let html): html
      case .name(let key): values[key] ?? HTMLWriter()
      }
    }
    var html = HTMLWriter(capacity: parts.reduce(0) { $0 + $1.count })
    for part in parts { html.append(part) }
    return html.utf8
  }

  /// The template with some values in it and the other names open.
  func filled(inPartWith values: TemplateValues) -> TemplatePieces {
    var filled = self
    filled.pieces = []
    for piece in pieces {
      switch piece {
      case .html(let html): filled.append(html)
      case .name(let key):
        if let html = values[key] { filled.append(html) } else { filled.pieces.append(piece) }
      }
    }
    return filled
  }

  private mutating func append(_ html: HTMLWriter) {
    if case .html(var last) = pieces.last {
      last.append(html)
      pieces[pieces.count - 1] = .html(last)
    } else {
      pieces.append(.html(html))
    }
  }

  /// A character that no template holds: ``TemplateCheck`` refuses it. It is one for private use.
  static let delimiter: Unicode.Scalar = "\u{10FFFC}"

  private static func mark(_ index: Int) -> String { "\(delimiter)\(index)\(delimiter)" }
}
