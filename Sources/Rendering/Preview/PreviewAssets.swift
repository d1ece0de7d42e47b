import Theme

/// The files that the preview serves beside the site.
package enum PreviewAssets {
  /// The files of the preview by their paths on the host.
  package static let files: [String: [UInt8]] = Dictionary(
    uniqueKeysWithValues: BuiltInTheme.files.filter { $0.path.hasPrefix("preview/") }.map {
      (PreviewPage.folder + $0.path.dropFirst("preview/".count), $0.bytes)
    })
}
