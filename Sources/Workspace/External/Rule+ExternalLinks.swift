import Courses
import Diagnostics

extension Rule {
  package static let deadLink = Rule(
    "link.dead", .warning, "A link leads to a page of another site that is not there (`--external`).")
  package static let unreachableLink = Rule(
    "link.unreachable", .warning,
    "A link leads to a site that gives no usable answer, perhaps for the time being (`--external`).")
  package static let movedLink = Rule(
    "link.moved", .advice,
    "A link leads to a page of another site that says it has a new address for good (`--external`).")
  package static let uncheckedLink = Rule(
    "link.unchecked", .advice,
    "A link leads to a page of another site that only a browser can check (`--external`).")

  /// What `--external` checks.
  package static let externalLinkRules: [Rule] = [.deadLink, .unreachableLink, .movedLink, .uncheckedLink]
}

extension ExternalLink {
  /// What is wrong with the link; nil where nothing is.
  ///
  /// - Parameter answer: what is known of its address.
  func diagnostic(for answer: LinkAnswer) -> Diagnostic? {
    switch answer {
    case .found(nil): nil
    case .found(let address?):
      Diagnostic(
        .movedLink, at: span, "this page has moved for good",
        help: "link to its new address, \(address)\(url.drop { $0 != "#" })")
    case .dead(let reason):
      Diagnostic(
        .deadLink, at: span, "this link is dead: \(reason)",
        help: "look for the page's new address, or take the link out")
    case .unreachable(let reason):
      Diagnostic(
        .unreachableLink, at: span, "this page cannot be reached: \(reason)",
        help: "open it in a browser; if it works there, check again later")
    case .unchecked(let reason), .unasked(let reason):
      Diagnostic(
        .uncheckedLink, at: span, "this link was not checked: \(reason)",
        help: "open it in a browser to see whether it works")
    }
  }
}
