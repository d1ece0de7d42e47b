/// The theme that is built into the program.
package enum BuiltInTheme {
  /// Its files: their paths in `Templates/` and their content, in the order of the paths.
  package static let files: [(path: String, bytes: [UInt8])] = [
    ("assets/icon.svg", PackageResources.icon_svg),
    ("assets/script.js", PackageResources.script_js),
    ("assets/style.css", PackageResources.style_css),
    ("footer.mustache", PackageResources.footer_mustache),
    ("head.mustache", PackageResources.head_mustache),
    ("home.mustache", PackageResources.home_mustache),
    ("masthead.mustache", PackageResources.masthead_mustache),
    ("notice.mustache", PackageResources.notice_mustache),
    ("page.mustache", PackageResources.page_mustache),
    ("redirect.mustache", PackageResources.redirect_mustache),
    ("scheme.mustache", PackageResources.scheme_mustache),
  ]
}
