import Courses
import Foundation
import HTML
import Markdown
import TestSupport
import Testing

@testable import Rendering

/// Whatever is left of a broken page, its forms and its copy can be written, and the copy tells no key.
@Suite struct MutatedFormTests {
  private var page: String {
    get throws {
      let fixture = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Fixtures/multimodal-practice.md")
      return try String(contentsOf: fixture, encoding: .utf8)
    }
  }

  @Test func writesWhatIsLeftOfBrokenPages() throws {
    let whole = try page
    var mutator = Mutator(seed: 2)
    for _ in 0..<100 {
      let page = FormPage(mutator.mutate(whole))
      let forms = page.forms
      #expect(
        forms.split(separator: "<form", omittingEmptySubsequences: false).count
          == forms.split(separator: "</form>", omittingEmptySubsequences: false).count)
      page.read { document, root, reading in
        let copy = MarkdownCopy(of: root, questions: reading.questions, isPractice: true, document: document)
        let text = String(decoding: copy.bytes, as: UTF8.self)
        for question in reading.questions {
          guard let why = question.why else { continue }
          let words = why.quote.plainText.suffix(30)
          #expect(!text.contains(words), "\(question.id)")
        }
      }
    }
  }
}
