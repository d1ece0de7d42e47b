/// The headers that a host is to send with a site, in the form that Netlify and Cloudflare Pages read.
struct HostHeaders {
  /// The paths in the site of the files whose names change with their content.
  let fingerprinted: [String]

  /// Where the file lies in the site.
  static let path = "_headers"

  /// The file `_headers`.
  ///
  /// The policy says what each page says of itself, and that no other site may show it in a frame, which
  /// only a header can say.
  func text() -> [UInt8] {
    var text = """
      /*
        Content-Security-Policy: \(SiteContext.policy); frame-ancestors 'none'
        Referrer-Policy: same-origin
        X-Content-Type-Options: nosniff

      """
    for path in fingerprinted {
      text += "/\(path)\n  Cache-Control: public, max-age=31536000, immutable\n"
    }
    return Array(text.utf8)
  }
}
