import Courses
import Diagnostics
import Testing

@testable import Workspace

/// Builds a page without its key and looks for the key in everything that is published.
@Suite struct OmittedAnswersTests {
  private static let practice = """
    # Practice

    ```quiz
    answers: omit
    objective: begin
    ```

    ### Choose one: which?

    - [x] One
      > SECRET-1
    - [ ] Two

    > **Why:** SECRET-2

    ### True or false: is it?

    - [x] It is.
      > SECRET-3
    - [ ] It is not.

    ### Fill in: the gaps

    The **SECRET-4** and **one | ~~two~~**.

    ### Answer: name it

    - SECRET-5
    - ~~SECRET-6~~
      > SECRET-7

    ### Number: how much?

    - 7654.5 ± 0.05 s

    ### Explain: it

    > **Model answer:** SECRET-8
    >
    > - SECRET-9

    ### Cards: terms

    - Front
      > SECRET-10
    """

  private func site(practice: String) async throws -> [String: String] {
    let test = try TestProject()
    try test.folder.write(
      """
      title: A track
      description: What it is about.
      phases:
        - title: Steps
          lessons: [steps]
      """, to: "Content/track.yml")
    try test.folder.write(
      "---\ndescription: How.\nobjectives:\n  begin: Begin\n---\n\n# Steps\n",
      to: "Content/steps/overview.md")
    try test.folder.write(practice, to: "Content/steps/practice.md")
    let builder = Builder(
      project: test.project, baseURL: nil, includesDrafts: false, jobs: 1,
      policy: try SeverityPolicy(deny: [], allow: [], showsAdvice: false, rules: Builder.rules))
    let report = try await builder.build(into: test.folder.absolute("Public"))
    try #require(report.diagnostics.filter { $0.severity == .error } == [])
    return try test.folder.files("Public")
  }

  @Test func publishesNoTraceOfAKeyThatIsOmitted() async throws {
    let site = try await site(practice: Self.practice)
    // The style sheet and the scripts name what keys are made of.
    let ownFiles = /assets\/(?:style|script|review)\.\w+\.\w+/
    for (path, text) in site where path.wholeMatch(of: ownFiles) == nil {
      for trace in ["SECRET", "7654", "data-ok", "class=\"fb\"", "class=\"key\"", "accepts", "\"key\""] {
        #expect(!text.contains(trace), "\(path) has \(trace)")
      }
    }
    #expect(site["steps/practice.html"] != nil && site["steps/practice.md"] != nil)
    #expect(site[".waymark"]?.contains("\"id\":\"name-it\"") == true)
    #expect(site["review.html"] == nil)
    #expect(!site.keys.contains { $0.hasPrefix("assets/cards/") })
  }

  @Test func publishesTheSameKeyWhereItIsNotOmitted() async throws {
    let site = try await site(practice: Self.practice.replacing("answers: omit\n", with: ""))
    for number in 1...10 {
      #expect(site["steps/practice.html"]?.contains("SECRET-\(number)") == true)
      #expect(site["assets/cards/steps.js"]?.contains("SECRET-\(number)") == true)
      #expect(site["steps/practice.md"]?.contains("SECRET-\(number)") == false)
    }
    #expect(site["review.html"] != nil)
    #expect(site[".waymark"]?.contains("\"key\"") == true)
    #expect(site[".waymark"]?.contains("assets/cards/steps.js") == true)
  }
}
