import Diagnostics

extension Rule {
  /// A symbolic link leads out of `Content/`: what is published must not depend on the machine, and a
  /// stranger's course must not read it.
  package static let symlinkOutside = Rule("path.symlink-outside", .error)
  /// A symbolic link leads to a folder that it lies in, or to itself.
  package static let symlinkLoop = Rule("path.symlink-loop", .error)
  /// A symbolic link leads to nothing.
  package static let symlinkBroken = Rule("path.symlink-broken", .error)
  /// A name cannot be published: it is not UTF-8, or holds characters that do not show or reorder text.
  package static let unpublishableName = Rule("path.unpublishable-name", .error)
  /// What is neither file nor folder, such as a pipe, cannot be published.
  package static let specialFile = Rule("path.special-file", .error)
  /// A static file goes where the course itself publishes something.
  package static let pathCollision = Rule("path.collision", .error)
  /// Two paths differ by case or by the encoding of accents only: many computers take them for one.
  package static let caseCollision = Rule("path.case-collision", .error)
  /// Folders lie too deep in one another.
  package static let foldersTooDeep = Rule("path.too-deep", .error)
  /// Symbolic links to folders multiply what `Content/` holds.
  package static let tooManyLinkedFiles = Rule("path.too-many-linked-files", .error)

  /// What is checked of the paths of `Content/`.
  package static let pathRules: [Rule] = [
    .symlinkOutside, .symlinkLoop, .symlinkBroken, .unpublishableName, .specialFile, .pathCollision,
    .caseCollision, .foldersTooDeep,
    .tooManyLinkedFiles,
  ]
}
