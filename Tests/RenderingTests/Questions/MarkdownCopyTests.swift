import Courses
import Foundation
import Markdown
import TestSupport
import Testing

@testable import Rendering

@Suite struct MarkdownCopyTests {
  private let goldens = Goldens("CopyGoldens")

  private func copy(of text: String) throws -> String {
    FormPage(text).read { document, root, reading in
      let copy = MarkdownCopy(of: root, questions: reading.questions, isPractice: true, document: document)
      return String(decoding: copy.bytes, as: UTF8.self)
    }
  }

  private var fixture: String {
    get throws {
      let file = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Fixtures/multimodal-practice.md")
      return try String(contentsOf: file, encoding: .utf8)
    }
  }

  @Test func leavesTheKeyOut() throws {
    #expect(try goldens.difference(of: copy(of: fixture), from: "multimodal-practice.md") == nil)
  }

  @Test func leavesOutLinkDefinitionsThatOnlyTheKeyUses() throws {
    let page = """
      # Practice

      ### Answer: which?

      A [prompt] and [another][ Second  label ].
      [prompt]: kept, since a definition interrupts no paragraph

      ```
      [why]: kept in code
      ```

      - One

      > **Why:** See [the source][why] and [more].

      [prompt]: https://example.org/a
      [second LABEL]: https://example.org/b
        "A title"
      [why]: https://example.org/SECRET
        'SECRET title'
      [More]:
        https://example.org/SECRET

      """
    let copy = try copy(of: page)
    #expect(!copy.contains("SECRET"))
    #expect(
      copy.contains(
        "[prompt]: https://example.org/a\n[second LABEL]: https://example.org/b\n  \"A title\"\n"))
    #expect(copy.contains("[why]: kept in code") && copy.contains("[prompt]: kept, since"))
  }

  @Test func leavesTheKeyOutOfEveryKind() throws {
    let page = """
      # Practice

      <!-- note -->

      ### Choose all: which?

      A prompt.[^1]

      1. [x] One
         two
         - nested

         more
      2. [ ] Two <!-- note -->
         > FEEDBACK

      > **Why:** EXPLANATION[^2]

      [^1]: Kept.

      [^2]: EXPLANATION

      ### Match: them

      | a | b |
      |---|---|
      | l \\| 1 | r1 |
      | l2 | r2 |
      | | r3 |

      > **Hint:** Kept.

      [a]: b.md

      ### Fill in: it

      The **ANSWER** and **~~wrong~~ | right**[a].

      ### Cards: it

      | Front | Back |
      |---|---|
      | f1 | ANSWER |

      ```quiz
      both-ways: yes
      ```
      """
    #expect(try goldens.difference(of: copy(of: page), from: "every-kind.md") == nil)
  }

  @Test func copiesAChoiceAboveATableAsItIsWritten() throws {
    let choice = "- [ ] a \\| `b \\| c`\n  d\n"
    let page = "# Practice\n\n### Choose one: which?\n\n\(choice)  e|f\n  -|-\n  g|h\n- [x] i\n  > KEY\n"
    let copy = try copy(of: page)
    #expect(copy.contains(choice))
    #expect(!copy.contains("KEY"))
  }

  @Test func beginsNoBlockWithTextThatBeginsNone() throws {
    let page = """
      # Practice

      ### Choose one: which?

      - [x] a
            - b
      \t\t# c
            d `e`
      - [ ] f

      ### Cards: signs

      | Front | Back |
      |---|---|
      | # | a heading |
      | 1. a | an item |
      | [x] | a box |
      | [x] b | a task |
      | *c* - d | text |
      | [d]: e | a definition |
      | [f]: g | a link |
      | [^h]: i | a footnote |

      [f]: https://f.example
      """
    let copy = try copy(of: page)
    #expect(copy.contains("- [ ] a\n      - b\n      # c\n  d `e`\n"))
    let fronts = [
      "\\#", "1\\. a", "[x]", "\\[x] b", "*c* - d", "[d]\\: e", "[f]\\: g", "[^h]\\: i",
    ]
    for front in fronts { #expect(copy.contains("- \(front)\n")) }
  }

  @Test func holdsNoWordOfTheKey() throws {
    let copy = try copy(of: fixture)
    for word in ["[x]", "**Why:**", "**Model answer:**", "quiz", "RLAIF\n", "4.6", "reward signal", "> Yes."]
    {
      #expect(!copy.contains(word), "\(word)")
    }
  }
}
