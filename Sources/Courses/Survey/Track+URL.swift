extension Track {
  /// The path of ``url`` on its host: `/`, or a path that begins and ends with it; nil where the track has
  /// no address.
  package var root: String? {
    url.map { url in
      let parts = url.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: true)
      return parts.count > 2 ? "/" + parts[2] : "/"
    }
  }

  /// The address of a site in the form of ``url``.
  ///
  /// - Parameter text: an address as an author writes it, with or without `/` at its end.
  /// - Returns: nil unless the text is an absolute `http` or `https` URL (RFC 3986) without user, query
  ///   and fragment.
  package static func normalizedURL(_ text: String) -> String? {
    for scheme in ["https://", "http://"] where text.lowercased().hasPrefix(scheme) {
      let rest = text.dropFirst(scheme.count)
      let authority = rest.prefix { $0 != "/" }
      let host = authority.prefix { $0 != ":" }
      let port = authority.dropFirst(host.count).dropFirst()
      let isHost = { (character: Character) in
        character.isASCII && (character.isLetter || character.isNumber || "-.".contains(character))
      }
      guard let first = host.first, isHost(first), first != ".", first != "-", host.allSatisfy(isHost),
        port.allSatisfy({ $0.isASCII && $0.isNumber }), port.count <= 5,
        rest.dropFirst(authority.count).allSatisfy(isPathCharacter)
      else { return nil }
      return scheme + rest + (rest.hasSuffix("/") ? "" : "/")
    }
    return nil
  }

  private static func isPathCharacter(_ character: Character) -> Bool {
    character.isASCII
      && (character.isLetter || character.isNumber || "/-._~!$&'()*+,;=:@%".contains(character))
  }
}
