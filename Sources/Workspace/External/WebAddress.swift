import Foundation

/// An `http` or `https` URL without its fragment, in ASCII.
struct WebAddress: Hashable, Sendable {
  /// The URL, percent-encoded where it needs to be, a host of other letters in Punycode.
  let text: String
  /// The host's name or address, without the brackets of an address of version 6.
  let host: String

  /// - Parameter text: as an author or a server writes it, with or without a fragment.
  /// - Returns: nil for what is no such URL, or too long for many servers to read.
  init?(_ text: String) {
    guard let url = URL(string: String(text.prefix { $0 != "#" })), let scheme = url.scheme?.lowercased(),
      scheme == "http" || scheme == "https", let host = url.host(percentEncoded: false), !host.isEmpty
    else { return nil }
    self.text = url.absoluteString
    self.host = (host.hasPrefix("[") ? String(host.dropFirst().prefix { $0 != "]" }) : host).lowercased()
    guard self.text.utf8.count <= 8000, self.text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
      self.host.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
    else { return nil }
  }
}
