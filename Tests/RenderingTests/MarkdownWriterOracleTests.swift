import HTML
import Diagnostics
import Foundation
import Rendering
import TestSupport
import Testing

@testable import Markdown

/// Plain rendering against cmark's own HTML renderer, byte for byte.
@Suite struct MarkdownWriterOracleTests {
  @Test(arguments: [
    "# A *b* `c` **d** ~~e~~\n\nSetext\n===\n", "- a\n- b\n\n  c\n1. x\n2. y\n\n7) z\n",
    "| a | b |\n|:--|--:|\n| *c* | `d\\|e` |\n| f |\n", "- [ ] a\n- [x] b\n\n  c\n", "> a\n> > b\n\n***\n",
    "![a *b* `c` <i>d</i>\ne](x.png \"t\") [l](javascript:x) [m](<a b> 'q\"&')\n", "a  \nb\\\nc\n",
    "x[^1] y[^b c] z[^1] [^2]\n\n[^1]: One.\n\n    ```\n    code\n    ```\n[^2]: - a\n[^b c]: no\n[^u]: unused [^2]\n",
    "<div>\n<b>x</b>\n</div>\n\na <b>c</b> <!-- d -->\n",
    "```swift x y\nlet a = 1 < 2 && \"b\"\n```\n\n    indented\n",
    "www.example.org https://example.org/a?b=c&d <mailto:x@y.z> x@y.org &amp; &copy; &#0;\n", "", "\n\n",
    "```\u{B}a\u{B}b\u{C}c\n```\n", "a\n\n-\n-\n\n  b\n- - c\n", "x[^a'&\"]\n\n[^a'&\"]: odd\n",
    "![x](data:image/png;base64,aa) ![y](data:text/html,z)\n",
  ]) func equalsCMark(_ text: String) {
    expectEqualToCMark(Array(text.utf8))
  }

  /// Inputs of our own for each section of CommonMark 0.31 and GFM 0.29.
  @Test(arguments: [
    // Tabs, line endings, precedence
    "\ta\tb\n\n -\ta\n\n\t\tb\n>\t\tc\n", "a\r\nb\rc\n\r\n- d\r\n", "- `a\n- b`\n",
    // Escapes, references
    "\\!\\\"\\#\\a\\\\ \\<b> `\\c` [d](\\e\\) \"\\f\")\n",
    "&nbsp;&ngE;&#0;&#x110000;&#xD800;&nope;&amp [a](&auml; \"&quot;\")\n",
    // Thematic breaks, headings
    "***\n_ _ _\n--\n**\n +++\n", "# a\n####### b\n#c\n#\n## #\n### d ### \n#### e#\n",
    "a\n*b\nc*\n===\n\n\\> d\n------\n\n`e\n---\n`\n",
    // Code blocks
    "    a\n\n\n\n    b\n  c\n", "```\na\n  ```\n~~~~ b c\n~~~\n~~~~\n``` d ```\n```e`\n",
    "> ```\n> f\n\ng\n", "   ```\n   a\n  b\n   ```\n```&auml;\\! x\n```\n",
    // HTML blocks
    "<table><tr><td>\n<pre>\n**a**,\n\n_b_.\n</pre>\n", "<del>\n*c*\n</del>\n\n<del>*d*</del>\n",
    "<!-- e\n\nf -->g\n<style>\nh\n",
    "<?i\n\n?>\n<!J k>\n<![CDATA[\nl\n]]>\nm\n<n>\n",
    // Link reference definitions
    "[a]: /b 'c'\n\n[a]\n[A] ![a][]\n", "[b]:\n<c d>\n\"e\nf\"\n[b]\n\n[g]: h i\n[j]:\n\n[j]\n",
    "[ẞ]: /k\n\n[SS] [ss]\n",
    // Paragraphs, quotes
    "  a\n             b  \n\n\n    c\n", ">a\n>    b\n> > c\nd\n>\n>\n\n> e\n\n> f\n***\n",
    // Lists
    "-a\n\n- b\n\n\n  c\n\n      d\n", "123456789. a\n1234567890. b\n0. c\n003. d\n-1. e\n",
    "-\n  a\n-\n  ```\n  b\n  ```\n-\n\n  c\n",
    "1.  a\n\n        b\n\n    > c\n", "a\n14. b\nc\n1. d\n* \n", "- a\n - b\n  - c\n   - d\n    - e\n",
    "- a\n- b\n\n- c\n", "* a\n*\n\n* c\n",
    "- a\n  - b\n\n    c\n- d\n", "- a\n\n<!-- -->\n\n- b\n", "1) a\n2. b\n+ c\n- d\n",
    "- - - a\n1. - 2. b\n",
    // Code spans
    "`` a ` b `` ` `` ` ` a` `\n`` `` `a\nb ` `c`` d``\n", "*a`*` <b c=\"`\">` [d`](e)`\n",
    // Emphasis
    "*a b* a * b* a*\"b\"* _a_b_ a_b_ **a** __a__b **a*b** *a**b* ***a** b* ***a* b**\n",
    "**a *b c** d* _e *f_ g* *(**h**)* ~~*i~~*\n",
    "****a**** *****b***** ******c****** **d***e *f****\n", "*a\u{A0}* é*b*é *£*c **\"d\"**e.\n",
    // Links and images
    "[a](<b)c>) [d](e(f)g) [h](i\\)j) [k](l\"m\") [n](o 'p' ) [q] (r) [s](t u)\n",
    "[a [b](c) d](e) [*f](g*) [h<i j=\"](k)\"> [l`](m)`\n",
    "![a ![b](c) [d](e)](f) ![[g](h)](i) [![j](k)](l)\n",
    "[a][b] [b] [b][] [c][b]d [[b]] [e[b]] [b]: [f]\n\n[b]: /g (h)\n[f]: <>\n",
    "[a](javascript:b) [c](VBScript:d) [e](file:f) ![g](DATA:h) ![i](data:image/gif;j) [k](javascript%3Al)\n",
    // Autolinks, raw HTML, breaks
    "<http://a?b=c&d#é> <MAILTO:e@f.g> <h@i.j> <k-l:m> < n> <http://o p> <1:q>\n",
    "<a><b2/><c\nd='e' f=g h><i:j k> </l > <m\\n> <!-- o--p --> <!q> <!R s>\n",
    "a  \n   b\\\n    c \n d`  \ne`  \n\n# f  \n", "a\\\n\nb  \n",
    // GFM: tables
    "a | b\n-|-\nc\n> d\n\n|e|\n|:-|\n||f|g|\nh\n\n|i\\|j|`k\\|l`|\n|-|-|\n",
    "|a|b|\n|-|\n\n- |c|\n  |-|\n  |d|\n\ne\n|f|\n|-|\n", "| \\\\| a |\n|-|-|\n|*b|c*|\n",
    // GFM: task lists, strikethrough, autolinks
    "- [ ] a\n  - [X] b\n- [x]c\n- [] d\n1. [x] e\n> [x] f\n",
    "~a~ ~~b~~ ~~~c~~~ ~~d~ e~~ ~~f\n\ng~~ h~~i~~j\n",
    "www.a.b/c) (www.d.e) www.f http://g.h?i=j&k; https://l_m.n_o ftp://p.q r@s.t-u_ v@w.x- mailto:y@z.a xmpp:b@c.d/e\n",
    "[http://a.b](c) *www.d.e* <b>http://f.g</b> http://h.i<j\n",
    // Footnotes
    "a[^1][^1] [^é*b] [^c\\]d] ![e[^1]](f)\n\n[^1]: g\n\n  h\n\n    i\n[^é*b]:\n    - j\n[^c\\]d]: k[^1]\n[^l]: m[^n]\n[^n]: o\n",
    "> a[^b]\n>\n> [^b]: c\n\n- d[^e]\n\n  [^e]: | f |\n\n    |-|\n[^b]: g\n",
  ]) func equalsCMarkOnEverySection(_ text: String) {
    expectEqualToCMark(Array(text.utf8))
  }

  @Test(arguments: 0..<8) func equalsCMarkOnGeneratedDocuments(_ part: UInt64) {
    var generator = MarkdownGenerator(seed: part)
    for _ in 0..<1250 { expectEqualToCMark(Array(generator.document().utf8)) }
  }

  @Test func equalsCMarkOnEveryFileOfTheRepository() throws {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    var count = 0
    for folder in ["Content", "Tests"] {
      let enumerator = try #require(FileManager.default.enumerator(atPath: root.appending(path: folder).path))
      for case let path as String in enumerator where path.hasSuffix(".md") {
        expectEqualToCMark(Array(try Data(contentsOf: root.appending(path: "\(folder)/\(path)"))))
        count += 1
      }
    }
    #expect(count > 5)
  }
}

/// Expects our plain HTML of some bytes to equal cmark's.
func expectEqualToCMark(_ bytes: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) {
  let parsed = Document.parse(SourceFile(path: "a.md", bytes: bytes))
  guard let document = parsed.document else {
    #expect(!parsed.diagnostics.isEmpty, sourceLocation: sourceLocation)
    return
  }
  let (ours, theirs) = document.read { root in
    var writer = MarkdownWriter(.plain)
    writer.write(root)
    writer.finish()
    return (writer.html.string, root.renderedByCMark)
  }
  #expect(ours == theirs, sourceLocation: sourceLocation)
}
