import Glibc

/// Where a symbolic link of `Content/` leads.
enum LinkResolution: Equatable {
  /// To a path in `Content/` without symbolic links, and what is there.
  case found(String, FileStatus.Kind)
  /// Out of `Content/`. An absolute link counts as such even if it leads inside on this machine.
  case outside
  /// To nothing.
  case missing
  /// To itself, or through too many links.
  case loop

  /// How many links are followed on the way, as many as Linux follows.
  private static let linkLimit = 40

  /// - Parameters:
  ///   - path: of the link in `root`, through no other link.
  ///   - root: `Content/`.
  init(ofLink path: String, in root: borrowing FileDescriptor) throws(Errno) {
    var resolved: [Substring] = []
    var rest: [Substring] = path.split(separator: "/").reversed()
    var links = 0
    var kind = FileStatus.Kind.folder
    while let part = rest.popLast() {
      if part == "." { continue }
      if part == ".." {
        guard resolved.popLast() != nil else {
          self = .outside
          return
        }
        kind = .folder
        continue
      }
      guard kind == .folder else {
        self = .missing
        return
      }
      let candidate = (resolved + [part]).joined(separator: "/")
      guard let status = try root.status(of: candidate) else {
        self = .missing
        return
      }
      guard status.kind == .link else {
        resolved.append(part)
        kind = status.kind
        continue
      }
      links += 1
      guard links <= Self.linkLimit else {
        self = .loop
        return
      }
      guard let target = try root.target(ofLink: candidate), !target.hasPrefix("/") else {
        self = .outside
        return
      }
      rest += target.split(separator: "/").reversed()
    }
    self = .found(resolved.joined(separator: "/"), kind)
  }
}
