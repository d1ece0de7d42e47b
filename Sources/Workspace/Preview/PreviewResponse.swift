/// What the preview answers.
struct PreviewResponse: Sendable {
  /// The status (RFC 9110, section 15; RFC 4918, section 11.5).
  let status: Status
  /// The kind of the content, or nil where there is none.
  var mediaType: String?
  /// Fields beside those that every answer has.
  var fields: [(name: String, value: String)] = []
  /// The content.
  var body: [UInt8] = []

  enum Status: Int, Sendable {
    case ok = 200
    case permanentRedirect = 308
    case badRequest = 400
    case notFound = 404
    case methodNotAllowed = 405
    case misdirected = 421
    case headTooLarge = 431
    case versionNotSupported = 505
    case insufficientStorage = 507

    var reason: String {
      switch self {
      case .ok: "OK"
      case .permanentRedirect: "Permanent Redirect"
      case .badRequest: "Bad Request"
      case .notFound: "Not Found"
      case .methodNotAllowed: "Method Not Allowed"
      case .misdirected: "Misdirected Request"
      case .headTooLarge: "Request Header Fields Too Large"
      case .versionNotSupported: "HTTP Version Not Supported"
      case .insufficientStorage: "Insufficient Storage"
      }
    }
  }

  /// A short text for whoever sent a request that is not answered.
  static func refusal(_ status: Status, _ text: String) -> PreviewResponse {
    PreviewResponse(status: status, mediaType: MediaType.text, body: Array("\(text)\n".utf8))
  }

  /// The lines before the content, the empty one included.
  ///
  /// - Parameters:
  ///   - length: how many bytes of content are announced; nil where they end with the connection.
  ///   - keepsConnection: whether another answer may follow.
  func head(length: Int?, keepsConnection: Bool) -> [UInt8] {
    var text = "HTTP/1.1 \(status.rawValue) \(status.reason)\r\n"
    if let mediaType { text += "Content-Type: \(mediaType)\r\n" }
    if let length { text += "Content-Length: \(length)\r\n" }
    for field in fields { text += "\(field.name): \(field.value)\r\n" }
    text += "Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n"
    text += "Cross-Origin-Resource-Policy: same-origin\r\n"
    text += "Connection: \(keepsConnection ? "keep-alive" : "close")\r\n\r\n"
    return Array(text.utf8)
  }
}

/// The kinds of files, by what their names end in.
enum MediaType {
  static let html = "text/html; charset=utf-8"
  static let text = "text/plain; charset=utf-8"
  static let events = "text/event-stream"

  /// The kind of a file (the registry of media types at iana.org).
  ///
  /// - Parameter path: its path.
  static func of(_ path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: ".") else { return "application/octet-stream" }
    return types[name[name.index(after: dot)...].lowercased()] ?? "application/octet-stream"
  }

  private static let types = [
    "avif": "image/avif", "css": "text/css; charset=utf-8", "csv": "text/csv; charset=utf-8",
    "gif": "image/gif", "htm": html, "html": html, "ico": "image/vnd.microsoft.icon", "jpeg": "image/jpeg",
    "jpg": "image/jpeg", "js": "text/javascript; charset=utf-8", "json": "application/json",
    "m4a": "audio/mp4", "md": "text/markdown; charset=utf-8", "mp3": "audio/mpeg", "mp4": "video/mp4",
    "ogg": "audio/ogg", "pdf": "application/pdf", "png": "image/png", "svg": "image/svg+xml",
    "txt": text, "vtt": "text/vtt; charset=utf-8", "wasm": "application/wasm", "wav": "audio/wav",
    "webm": "video/webm", "webmanifest": "application/manifest+json", "webp": "image/webp",
    "woff2": "font/woff2", "xml": "application/xml", "zip": "application/zip",
  ]
}
