import Diagnostics
import HTML

/// The box at the foot of a page of the preview that tells its author what is wrong.
struct PreviewPanel {
  let notes: PreviewNotes

  /// How many diagnostics are shown in full; the terminal shows all.
  private static let limit = 100
  /// How many other files are named.
  private static let fileLimit = 20

  /// The box; nothing where there is nothing to tell.
  func html() -> HTMLWriter {
    var html = HTMLWriter(capacity: 1024)
    guard !notes.isEmpty else { return html }
    let summary = DiagnosticSummary(of: notes.own.map(\.diagnostic))
    html.markup("<aside class=\"waymark-preview\" lang=\"en\" dir=\"ltr\" aria-label=\"Waymark’s preview\">")
    html.markup("<details")
    if summary.errors > 0 || notes.fault != nil { html.markup(" open") }
    html.markup("><summary>")
    title(summary, into: &html)
    html.markup("</summary>\n<div tabindex=\"0\" role=\"group\" aria-label=\"What is wrong\">\n")
    if let fault = notes.fault { write(fault, into: &html) }
    if !notes.own.isEmpty {
      html.markup("<ol>\n")
      for diagnostic in notes.own.prefix(Self.limit) { write(diagnostic, into: &html) }
      html.markup("</ol>\n")
    }
    if notes.own.count > Self.limit {
      line("The terminal shows \(notes.own.count - Self.limit) more.", into: &html)
    }
    writeElsewhere(into: &html)
    html.markup("</div></details></aside>\n")
    return html
  }

  private func title(_ summary: DiagnosticSummary, into html: inout HTMLWriter) {
    if notes.fault != nil {
      mark(.error, into: &html)
      html.text("The preview is out of date")
      return
    }
    if let worst = notes.own.map(\.diagnostic.severity).min() {
      mark(worst, into: &html)
      html.text(summary.description)
      if !notes.elsewhere.isEmpty { html.text(", and more in other files") }
    } else {
      let worst: Severity = notes.elsewhere.contains { $0.summary.errors > 0 } ? .error : .warning
      mark(worst, into: &html)
      let count = notes.elsewhere.count
      html.text("Nothing on this page, but in \(count == 1 ? "another file" : "\(count) other files")")
    }
  }

  private func mark(_ severity: Severity, into html: inout HTMLWriter) {
    html.markup("<span class=\"waymark-mark\" data-severity=\"")
    html.text(severity.rawValue)
    html.markup("\" aria-hidden=\"true\"></span> ")
  }

  private func write(_ fault: PreviewNotes.Fault, into html: inout HTMLWriter) {
    html.markup("<p class=\"waymark-message\" data-severity=\"error\"><strong>error</strong> ")
    html.text("\(fault.path.harmless): \(fault.message.harmless)")
    html.markup("</p>\n")
    help(fault.help, into: &html)
    line("Until then you see the site as it was before.", into: &html)
  }

  private func write(_ shown: ShownDiagnostic, into html: inout HTMLWriter) {
    let diagnostic = shown.diagnostic
    html.markup("<li data-severity=\"")
    html.text(diagnostic.severity.rawValue)
    html.markup("\">\n<p class=\"waymark-message\"><strong>")
    html.text(diagnostic.severity.rawValue)
    html.markup("</strong> ")
    html.text(diagnostic.message.harmless)
    html.markup("</p>\n")
    place(shown.location, rule: diagnostic.rule, shown.excerpt, into: &html)
    help(diagnostic.help, into: &html)
    for note in shown.notes {
      line(note.message, into: &html)
      place(note.location, rule: nil, note.excerpt, into: &html)
    }
    html.markup("</li>\n")
  }

  private func place(_ location: String, rule: Rule?, _ excerpt: Excerpt?, into html: inout HTMLWriter) {
    html.markup("<p class=\"waymark-place\">")
    html.text(location)
    html.markup("</p>\n")
    if let rule {
      html.markup("<p class=\"waymark-rule\">")
      html.text(rule.id)
      html.markup("</p>\n")
    }
    guard let excerpt else { return }
    html.markup("<pre tabindex=\"0\"><code>")
    html.text(excerpt.text)
    html.markup("\n</code><code aria-hidden=\"true\" class=\"waymark-caret\">")
    html.text(String(repeating: " ", count: excerpt.indent) + excerpt.caret)
    html.markup("</code></pre>\n")
  }

  private func help(_ text: String, into html: inout HTMLWriter) {
    html.markup("<p class=\"waymark-help\"><strong>Help:</strong> ")
    html.text(text.harmless)
    html.markup("</p>\n")
  }

  private func line(_ text: String, into html: inout HTMLWriter) {
    html.markup("<p>")
    html.text(text)
    html.markup("</p>\n")
  }

  private func writeElsewhere(into html: inout HTMLWriter) {
    guard !notes.elsewhere.isEmpty else { return }
    html.markup("<p>In other files:</p>\n<ul>\n")
    for file in notes.elsewhere.prefix(Self.fileLimit) {
      html.markup("<li><a")
      html.attribute("href", url: file.address)
      html.markup(">")
      html.text(file.path.harmless)
      html.markup("</a> ")
      html.text(file.summary.description)
      html.markup("</li>\n")
    }
    if notes.elsewhere.count > Self.fileLimit {
      html.markup("<li>")
      html.text("and \(notes.elsewhere.count - Self.fileLimit) more")
      html.markup("</li>\n")
    }
    html.markup("</ul>\n")
  }
}
