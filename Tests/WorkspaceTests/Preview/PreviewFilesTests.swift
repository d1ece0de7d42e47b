import Testing

@testable import Workspace

@Suite struct PreviewFilesTests {
  private func file(_ path: String, _ text: String?) -> MemoryFile {
    MemoryFile(path: path, bytes: text.map { Array($0.utf8) }, original: nil)
  }

  /// Updates one value after the other with each, and compares it with one that knows nothing of the past.
  private func expectSame(_ updates: [[[MemoryFile]]]) {
    var files = PreviewFiles()
    for parts in updates {
      let before = files.bytes
      files.update(parts)
      var anew = PreviewFiles()
      anew.update(parts)
      #expect(files.bytes == anew.bytes)
      let paths = Set(before.keys).union(files.bytes.keys)
      #expect(files.differences == paths.count { before[$0] != files.bytes[$0] })
    }
  }

  @Test func keepsTheFirstOfTwoFilesAtOnePath() {
    let twins = [[file("x", "1"), file("y", "1")], [file("x", "2")], [file("z", "3")]]
    var files = PreviewFiles()
    files.update(twins)
    #expect(files.bytes == ["x": [0x31], "y": [0x31], "z": [0x33]])
    let alone = [[file("y", "1")], [file("x", "2")], [file("z", "3")]]
    expectSame([twins, alone, twins, [[file("x", "4")], [file("x", "2")], [file("x", "3")]], alone])
  }

  @Test func followsLessonsThatComeGoAndChangePlaces() {
    let (a, b, c) = ([file("a", "1")], [file("b", "1"), file("b/card", "1")], [file("c", "1")])
    expectSame([[a, b], [b, a], [a, b, c], [a, c, b], [c], [], [a, b], [[], b], [a, [file("b", "2")]]])
  }

  @Test func followsFilesForWhichThereIsNoRoom() {
    let page = [file("page", "1")]
    expectSame([
      [page, [file("large", nil)]], [page, [file("large", "1")]],
      [page, [file("large", nil), file("x", "1")]],
      [[file("page", "2")], [file("large", nil), file("x", "1")]], [page, [file("x", "1")]],
    ])
  }
}
