// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  // Not for those who only build the program: their compiler may be newer, and warn of more.
  .treatAllWarnings(as: .error, .when(configuration: .debug)),
]

/// Compiled into the program; `Theme.swift` lists them again by path, and a test compares the two with
/// the folder.
let themeFiles = [
  "assets/icon.svg", "assets/script/answers.js", "assets/script/cards.js", "assets/script/compare.js",
  "assets/script/elements.js", "assets/script/folds.js", "assets/script/home.js", "assets/script/marks.js",
  "assets/script/memory.js", "assets/script/moved.js", "assets/script/order.js", "assets/script/questions.js",
  "assets/script/review.js", "assets/script/schedule.js", "assets/script/scheme.js",
  "assets/script/scoring.js", "assets/script/start.js", "assets/script/store.js",
  "assets/script/summary.js", "assets/script/toc.js", "assets/script/tools.js", "assets/script/words.js",
  "assets/style.css", "footer.mustache", "head.mustache", "home.mustache", "masthead.mustache",
  "notice.mustache", "page.mustache", "preview/preview.css", "preview/preview.js",
  "redirect.mustache", "scheme.mustache",
]

/// Compiled into the program; `BuiltInSamples.swift` lists them again by path, and a test compares the two
/// with the folder.
let sampleFiles = [
  "Lesson/new-lesson.md", "Lesson/new-overview.md", "Lesson/new-practice.md",
  "Track/first-lesson/cheatsheet.md", "Track/first-lesson/images/path.svg",
  "Track/first-lesson/lesson.md", "Track/first-lesson/overview.md", "Track/first-lesson/practice.md",
  "Track/first-lesson/references.md", "Track/track.yml",
]

let package = Package(
  name: "waymark",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
  ],
  targets: [
    .systemLibrary(
      name: "CMarkGFM",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(name: "CLinux"),

    .target(name: "Diagnostics", swiftSettings: settings),
    .target(name: "HTML", swiftSettings: settings),
    .target(name: "Markdown", dependencies: ["CMarkGFM", "Diagnostics"], swiftSettings: settings),
    .target(
      name: "Courses",
      dependencies: ["Diagnostics", "Markdown", .product(name: "Yams", package: "Yams")],
      swiftSettings: settings),
    .target(
      name: "Theme",
      path: "Templates",
      resources: themeFiles.map { .embedInCode($0) },
      swiftSettings: settings),
    .target(
      name: "Samples",
      resources: sampleFiles.map { .embedInCode($0) },
      swiftSettings: settings),
    .target(
      name: "Rendering",
      dependencies: [
        "Courses", "Diagnostics", "HTML", "Markdown", "Theme",
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      swiftSettings: settings),
    .target(
      name: "Workspace",
      dependencies: [
        "CLinux", "Courses", "Diagnostics", "Markdown", "Rendering", "Samples",
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "waymark",
      dependencies: [
        "Courses", "Diagnostics", "Markdown", "Rendering", "Workspace",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    .target(
      name: "FuzzTargets", dependencies: ["Courses", "Diagnostics", "Markdown", "Rendering"],
      path: "Tests/Fuzz/Targets", swiftSettings: settings),
    .testTarget(name: "FuzzTests", dependencies: ["FuzzTargets", "TestSupport"], swiftSettings: settings),
    .testTarget(name: "ArchitectureTests", swiftSettings: settings),
    .testTarget(
      name: "CoursesTests", dependencies: ["Courses", "Diagnostics", "Markdown", "TestSupport"],
      exclude: ["Goldens", "Practice/Goldens"], swiftSettings: settings),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"], swiftSettings: settings),
    .testTarget(name: "HTMLTests", dependencies: ["HTML"], swiftSettings: settings),
    .testTarget(
      name: "MarkdownTests", dependencies: ["CMarkGFM", "Diagnostics", "Markdown", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "RenderingTests",
      dependencies: [
        "CMarkGFM", "Courses", "Diagnostics", "HTML", "Markdown", "Rendering", "TestSupport", "Theme",
      ], exclude: ["Questions/CopyGoldens", "Questions/Goldens", "Review/Goldens"], swiftSettings: settings),
    .testTarget(
      name: "WorkspaceTests",
      dependencies: [
        "Courses", "Diagnostics", "Samples", "Workspace", .product(name: "FlyingSocks", package: "FlyingFox"),
      ],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)

// libFuzzer is only there for a build with `--sanitize fuzzer`: Tests/Fuzz/run.
if Context.environment["WAYMARK_FUZZ"] != nil {
  package.targets += [
    .executableTarget(
      name: "Fuzz", dependencies: ["CMarkGFM", "Diagnostics", "FuzzTargets", "Rendering"],
      path: "Tests/Fuzz/Driver", swiftSettings: settings)
  ]
}
