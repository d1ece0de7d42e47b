import Courses
import Testing

/// What `waymark check --report` tells of a course.
@Suite struct CourseReportTests {
  private let report: CourseReport

  init() {
    let course = ExampleCourse(
      [
        (
          "Content/track.yml",
          """
          title: A course
          description: What it is about.
          phases:
            - title: First steps
              lessons: [{ slug: first, planned: The first }, second, { slug: third, planned: The third }, fourth]
          """
        ),
        (
          "Content/second/overview.md",
          """
          ---
          description: What it is about.
          prerequisites: [first, fourth, nowhere]
          objectives: { name: Name it, use: Use it }
          minutes: { practice: 9 }
          ---
          # The second
          """
        ),
        (
          "Content/second/practice.md",
          """
          # Practice

          ### Answer: one

          - One

          ```quiz
          objective: name
          ```

          ### Answer: two

          - Two

          ```quiz
          objective: name
          ```

          ### Order: three

          1. One
          2. Two
          3. Three
          """
        ),
        ("Content/fourth/overview.md", "---\ndescription: X.\nstatus: draft\n---\n# The fourth\n\nText.\n"),
      ], includesDrafts: true)
    report = CourseReport(of: course.course, pages: course.pages)
  }

  @Test func alignsWhatItTells() {
    #expect(
      report.text == """
        A course

        1. The first (planned)

        2. The second

           Needs
             1. first: planned
             4. fourth: draft, taught later
             nowhere: not in the track

           Page      Words  Questions  Minutes stated  estimated
           overview      2          -               -          1
           practice     12          3               9          4

           Objective  name  use  (none)
           Order         -    -       1
           Answer        2    -       -
           Questions     2    0       1

        3. The third (planned)

        4. The fourth (draft)

           Page      Words  Questions  Minutes stated  estimated
           overview      3          -               -          1

        """)
  }

  @Test func countsKindsForEachObjective() {
    #expect(report.lessons.map(\.status) == [.planned, .published, .planned, .draft])
    #expect(report.lessons[1].objectives.map(\.questions) == [[.init(kind: "Answer", count: 2)], []])
    #expect(report.lessons[1].otherQuestions == [.init(kind: "Order", count: 1)])
    #expect(report.lessons[1].prerequisites.map(\.number) == [1, 4, nil])
  }
}
