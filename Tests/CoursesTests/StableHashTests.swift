import Courses
import Testing

@Suite struct StableHashTests {
  /// Expected values from the reference implementation (`xxh64sum`).
  @Test(arguments: [
    ("", "ef46db3751d8e999"), ("a", "d24ec4f1a98c6e5b"), ("abc", "44bc2cf5ad770999"),
    ("abcdefgh", "3ad351775b4634b7"), ("The quick brown fox jumps over the lazy dog", "0b242d361fda71bc"),
    (String(repeating: "x", count: 100), "92f0de5a88a3c094"),
  ]) func agreesWithTheReferenceImplementation(_ text: String, _ expected: String) {
    #expect(StableHash(of: text).hexadecimal == expected)
    #expect(StableHash(of: Array(text.utf8)).hexadecimal == expected)
  }
}
