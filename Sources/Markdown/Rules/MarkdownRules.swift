import Diagnostics

/// All rules of Markdown itself, which hold on every page.
package enum MarkdownRules {
  package static let all: [Rule] = [
    .tooLarge, .nul, .invalidUTF8, .tooDeep, .tableWide, .tableCells, .delimiterRow, .tangled, .expansion,
    .bracketCaret, .footnoteLabel, .tooManyLinks, .htmlTooLarge, .rawHTML, .rawHTMLAttribute,
    .rawHTMLUnbalanced,
  ]
}
