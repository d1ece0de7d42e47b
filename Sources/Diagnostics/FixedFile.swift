/// A file after the fix-its of some diagnostics.
package struct FixedFile: Hashable, Sendable {
  /// The new content. What no edit names is as it was, byte for byte.
  package let bytes: [UInt8]
  /// The diagnostics whose fix-its were applied, in their order.
  package let fixed: [Diagnostic]

  /// Applies fix-its to a file, each whole or not at all.
  ///
  /// Where two of them touch the same bytes, the first alone is applied: what the second means after it can
  /// only be told by reading the file again. Of two edits of one rule that do the very same one is made;
  /// insertions of one rule at one place are made in the order of the diagnostics.
  ///
  /// - Parameters:
  ///   - diagnostics: what was found when the file was read; those without a fix-it for it are passed over.
  ///   - source: the file, as it was read then.
  package init(applying diagnostics: [Diagnostic], to source: SourceFile) {
    var edits = AcceptedEdits()
    fixed = diagnostics.filter { diagnostic in
      guard let fixIt = diagnostic.fixIt, fixIt.path == source.path,
        fixIt.edits.allSatisfy({ $0.range.upperBound <= source.bytes.count })
      else { return false }
      return edits.accept(fixIt.edits, of: diagnostic.rule)
    }
    var bytes: [UInt8] = []
    var offset = 0
    for edit in edits.inOrder {
      bytes += source.bytes[offset..<edit.range.lowerBound]
      bytes += edit.replacement.utf8
      offset = edit.range.upperBound
    }
    self.bytes = bytes + source.bytes[offset...]
  }
}

/// Edits of one file of which none touches another, but for insertions of one rule at one place.
private struct AcceptedEdits {
  private var entries: [(edit: FixIt.Edit, rule: Rule)] = []

  var inOrder: [FixIt.Edit] { entries.map(\.edit) }

  /// Takes the edits of a fix-it, all or none.
  mutating func accept(_ edits: [FixIt.Edit], of rule: Rule) -> Bool {
    guard edits.allSatisfy({ fits($0, of: rule) }) else { return false }
    for edit in edits where !neighbours(of: edit).contains(where: { entries[$0].edit == edit }) {
      entries.insert((edit, rule), at: indexBehind(edit))
    }
    return true
  }

  private func fits(_ edit: FixIt.Edit, of rule: Rule) -> Bool {
    neighbours(of: edit).allSatisfy { index in
      let (other, otherRule) = entries[index]
      if rule == otherRule, edit == other || (edit.range.isEmpty && other.range == edit.range) { return true }
      // Text put in right before or behind what is replaced may end up on the wrong side of it.
      return !edit.range.isEmpty && !other.range.isEmpty && !edit.range.overlaps(other.range)
    }
  }

  /// The entries that overlap an edit or touch it.
  private func neighbours(of edit: FixIt.Edit) -> Range<Int> {
    let end = indexBehind(edit)
    var start = end
    while start > 0, entries[start - 1].edit.range.upperBound >= edit.range.lowerBound { start -= 1 }
    return start..<end
  }

  /// Where the entries begin that begin behind an edit.
  private func indexBehind(_ edit: FixIt.Edit) -> Int {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].edit.range.lowerBound <= edit.range.upperBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }
}
