import Markdown

/// The shape of the block that holds a question's answers.
enum AnswerShape {
  case taskList, bulletList, orderedList, table, tableOrBulletList
  /// The prompt holds the answers, or there are none.
  case none

  /// Whether a block has this shape, broken boxes included.
  func fits(_ block: Node) -> Bool {
    switch self {
    case .taskList: block.isList && block.children.contains { Box(of: $0).isThere }
    case .bulletList: block.isBulletList && !block.children.contains(where: \.isTaskItem)
    case .orderedList: block.isList && !block.isBulletList && !block.children.contains(where: \.isTaskItem)
    case .table: block.kind == .table
    case .tableOrBulletList: block.kind == .table || AnswerShape.bulletList.fits(block)
    case .none: false
    }
  }

  /// What to write, in words.
  var remedy: String {
    switch self {
    case .taskList: "a task list (`- [ ] …`)"
    case .bulletList: "a bullet list (`- …`)"
    case .orderedList: "a numbered list (`1. …`)"
    case .table: "a table (`| … | … |`)"
    case .tableOrBulletList: "a table (`| … | … |`) or a bullet list (`- …`)"
    case .none: "no list"
    }
  }

  /// What a list or a table is, in words; nil for other blocks.
  static func name(of block: Node) -> String? {
    if block.kind == .table { return "a table" }
    guard block.isList else { return nil }
    if AnswerShape.taskList.fits(block) { return "a task list" }
    return block.isBulletList ? "a bullet list" : "a numbered list"
  }
}
