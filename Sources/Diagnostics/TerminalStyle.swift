/// Sets parts of a text off with ANSI sequences (ECMA-48, section 8.3.117), or leaves them alone.
struct TerminalStyle {
  let isOn: Bool

  func bold(_ text: String) -> String { sequence("1", text) }

  func help(_ text: String) -> String { sequence("1;36", text) }

  func note(_ text: String) -> String { sequence("1;34", text) }

  func caret(_ text: String) -> String { sequence("1;32", text) }

  func severity(_ severity: Severity, _ text: String) -> String {
    switch severity {
    case .error: sequence("1;31", text)
    case .warning: sequence("1;33", text)
    case .advice: sequence("1;36", text)
    }
  }

  private func sequence(_ attributes: String, _ text: String) -> String {
    isOn ? "\u{1B}[\(attributes)m\(text)\u{1B}[0m" : text
  }
}
