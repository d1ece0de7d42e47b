import Courses
import Diagnostics
import Testing

@Suite struct LessonListingTests {
  private func change(_ text: String, listing slug: String = "loops") -> String? {
    switch LessonListing(of: slug, in: SourceFile(path: "Content/track.yml", text: text)) {
    case .changed(let file, _): String(decoding: file.bytes, as: UTF8.self)
    case .listed: "listed"
    case .unclear: nil
    }
  }

  private static let start = "# Mine.\ntitle: A # Kept.\ndescription: B\nphases:\n  - title: One\n"

  @Test(arguments: [
    ("    lessons:\n      - intro\n", "    lessons:\n      - intro\n      - loops\n"),
    ("    lessons:\n      - intro", "    lessons:\n      - intro\n      - loops"),
    ("    lessons:\r\n      - intro\r\n", "    lessons:\r\n      - intro\r\n      - loops\r\n"),
    (
      "    lessons:\n    - intro # First.\n\n# End.\n",
      "    lessons:\n    - intro # First.\n    - loops\n\n# End.\n"
    ),
    (
      "    lessons:\n      - >-\n        intro\n# End.\n",
      "    lessons:\n      - >-\n        intro\n      - loops\n# End.\n"
    ),
    ("    lessons: [intro]\n", "    lessons: [intro, loops]\n"),
    (
      "    lessons: [\n      intro, # First.\n      'next'\n    ]\n",
      "    lessons: [\n      intro, # First.\n      'next', loops\n    ]\n"
    ),
    (
      "    lessons:\n      - slug: next\n        planned: Next\n",
      "    lessons:\n      - slug: next\n        planned: Next\n      - loops\n"
    ),
    (
      "    lessons:\n      - { slug: next, planned: Next }\n",
      "    lessons:\n      - { slug: next, planned: Next }\n      - loops\n"
    ),
    (
      "    lessons: [{ slug: next, planned: Next }]\n",
      "    lessons: [{ slug: next, planned: Next }, loops]\n"
    ),
    (
      "    lessons:\n      - intro\nredirects:\n  a.html: b.html\n",
      "    lessons:\n      - intro\n      - loops\nredirects:\n  a.html: b.html\n"
    ),
  ]) func addsALessonAtTheEnd(_ before: String, _ after: String) {
    #expect(change(Self.start + before) == Self.start + after)
  }

  @Test func addsToTheLastPhase() {
    let rest = "    lessons: [intro]\n  - title: Two\n    lessons:\n      - next\n"
    #expect(change(Self.start + rest) == Self.start + rest + "      - loops\n")
  }

  @Test(arguments: [
    (
      "      - intro\n      - slug: loops # Soon.\n        planned: On loops\n      - end\n",
      "      - intro\n      - slug: loops # Soon.\n      - end\n"
    ),
    ("      - { slug: loops, planned: On loops }\n", "      - loops\n"),
    ("      - { planned: 'On loops', slug: loops } # Soon.\n", "      - loops # Soon.\n"),
  ]) func listsAPlannedLessonWhereItStands(_ before: String, _ after: String) {
    let start = Self.start + "    lessons:\n"
    #expect(change(start + before) == start + after)
    let file = SourceFile(path: "Content/track.yml", text: start + before)
    #expect(LessonListing.plannedTitle(of: "loops", in: file) == "On loops")
  }

  @Test func changesNothingWhereTheLessonIsListed() {
    #expect(change(Self.start + "    lessons: [loops]\n") == "listed")
  }

  @Test(arguments: [
    "", "phases: [", "title: A\n",
    start + "    lessons:\n      - slug: loops\n        planned: On loops # And more.\n",
    start + "    lessons:\n      - planned: On loops\n        slug: loops\n",
    start + "    lessons: [intro]\n    colour: blue\n",
  ]) func leavesAFileAloneThatItCannotChangeSafely(_ text: String) {
    #expect(change(text) == nil)
  }
}
