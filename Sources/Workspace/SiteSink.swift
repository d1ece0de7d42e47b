/// Takes the files of a site as they are made, so that whoever makes them need not keep them.
///
/// Its methods may be called from several tasks at once.
protocol SiteSink: Sendable {
  /// What is left of a file.
  associatedtype File: Sendable

  /// Takes a file.
  ///
  /// - Parameters:
  ///   - bytes: its content.
  ///   - path: its path in the site.
  func write(_ bytes: [UInt8], to path: String) throws(WorkspaceError) -> File

  /// Takes a file of `Content/` as it is.
  ///
  /// - Parameters:
  ///   - source: its path in `Content/`.
  ///   - content: `Content/`.
  ///   - path: its path in the site.
  func copy(
    _ source: String, of content: ContentFolder, to path: String
  ) throws(WorkspaceError) -> File
}

extension Publisher: SiteSink {}

/// Takes nothing: for a check, which writes no site.
struct NoSink: SiteSink {
  func write(_ bytes: [UInt8], to path: String) throws(WorkspaceError) {}

  func copy(_ source: String, of content: ContentFolder, to path: String) throws(WorkspaceError) {}
}
