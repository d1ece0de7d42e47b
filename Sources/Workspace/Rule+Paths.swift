import Diagnostics

extension Rule {
  package static let symlinkOutside = Rule(
    "path.symlink-outside", .error,
    "A symbolic link leads out of `Content/`: what is published must not depend on the machine, and a stranger's course must not read it."
  )
  package static let symlinkLoop = Rule(
    "path.symlink-loop", .error,
    "A symbolic link leads to a folder that it lies in, or to itself, so following it would never end.")
  package static let symlinkBroken = Rule(
    "path.symlink-broken", .error,
    "A symbolic link leads to nothing.")
  package static let unpublishableName = Rule(
    "path.unpublishable-name", .error,
    "A name cannot be published: it is not UTF-8, or holds characters that do not show or that reorder text.")
  package static let specialFile = Rule(
    "path.special-file", .error,
    "Something in `Content/` is neither file nor folder, such as a pipe, and cannot be published.")
  package static let pathCollision = Rule(
    "path.collision", .error,
    "A static file goes where the course itself publishes something, and one of the two would be lost.")
  package static let caseCollision = Rule(
    "path.case-collision", .error,
    "Two paths differ by case or by the encoding of accents only, and many computers take them for one.")
  package static let foldersTooDeep = Rule(
    "path.too-deep", .error,
    "Folders lie too deep in one another.")
  package static let tooManyLinkedFiles = Rule(
    "path.too-many-linked-files", .error,
    "Symbolic links to folders multiply what `Content/` holds.")

  /// What is checked of the paths of `Content/`.
  package static let pathRules: [Rule] = [
    .symlinkOutside, .symlinkLoop, .symlinkBroken, .unpublishableName, .specialFile, .pathCollision,
    .caseCollision, .foldersTooDeep,
    .tooManyLinkedFiles,
  ]
}
