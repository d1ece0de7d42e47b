/// What a machine can do about a diagnostic: edits of one file that surely mean what its author meant.
package struct FixIt: Hashable, Sendable {
  /// What the edits do, as an instruction.
  package let message: String
  /// The file that is edited, relative to the project; not always the one of the diagnostic.
  package let path: String
  /// The edits in the order of their places, none overlapping another.
  package let edits: [Edit]

  /// The replacement of some bytes of a file.
  package struct Edit: Hashable, Sendable {
    /// The bytes that go; empty where text is put in between two bytes.
    package let range: Range<Int>
    /// What takes their place; empty where text is taken out.
    package let replacement: String

    /// - Parameters:
    ///   - range: the bytes that go.
    ///   - replacement: what takes their place.
    package init(_ range: Range<Int>, _ replacement: String) {
      self.range = range
      self.replacement = replacement
    }

    /// - Parameters:
    ///   - replacement: what to put in.
    ///   - offset: before which byte.
    package static func insert(_ replacement: String, at offset: Int) -> Edit {
      Edit(offset..<offset, replacement)
    }

    /// - Parameter range: the bytes to take out.
    package static func delete(_ range: Range<Int>) -> Edit {
      Edit(range, "")
    }
  }

  /// - Parameters:
  ///   - message: what the edits do, as an instruction.
  ///   - path: the file that is edited, relative to the project.
  ///   - edits: the edits, at least one and none overlapping another.
  package init(_ message: String, in path: String, _ edits: [Edit]) {
    self.message = message
    self.path = path
    self.edits = edits.sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
  }

  /// Writes other text in the place of a part of a file.
  ///
  /// - Parameters:
  ///   - text: what to write.
  ///   - span: the bytes that go.
  package static func write(_ text: String, over span: Span) -> FixIt {
    FixIt("write “\(text)”", in: span.path, [Edit(span.range, text)])
  }
}
