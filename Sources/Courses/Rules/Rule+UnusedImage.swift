import Diagnostics

extension Rule {
  package static let unusedImage = Rule(
    "image.unused", .warning,
    "No page shows an image that lies beside the pages, so it is not published.")
}

extension CourseCheck {
  private static let imageEndings = [".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif"]

  /// Finds the images in the folders of published lessons that no page shows.
  func unusedImages(among assets: Set<String>) -> [Diagnostic] {
    guard isWhole else { return [] }
    let used = Set(pages.values.flatMap(\.assets))
    return assets.subtracting(used).sorted().compactMap { path in
      let name = path.lowercased()
      guard Self.imageEndings.contains(where: { name.hasSuffix($0) }),
        let lesson = course[String(path.prefix { $0 != "/" })], lesson.isPublished
      else { return nil }
      return Diagnostic(
        .unusedImage, at: Span(path: CourseFiles.path(path)), "no page shows this image",
        help: "show it with ![what it shows](its path), or remove the file")
    }
  }
}
