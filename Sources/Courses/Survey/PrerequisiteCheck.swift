import Diagnostics

/// Checks that every prerequisite is a lesson of the track that comes before the one that names it.
struct PrerequisiteCheck {
  private(set) var diagnostics: [Diagnostic] = []
  private let lessons: [Lesson]
  /// For each lesson the lessons that it names, as indices, each with its place.
  private var edges: [[(target: Int, span: Span)]] = []

  /// - Parameter lessons: the lessons in the order of the track.
  init(of lessons: [Lesson]) {
    self.lessons = lessons
    let slugs = lessons.map(\.slug)
    let indices = Dictionary(
      slugs.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    for (index, lesson) in lessons.enumerated() {
      let named = Set((lesson.overview?.prerequisites ?? []).map(\.value))
      var targets: [(target: Int, span: Span)] = []
      for prerequisite in lesson.overview?.prerequisites ?? [] {
        let slug = prerequisite.value
        if let target = indices[slug] {
          targets.append((target, prerequisite.span))
        } else {
          let earlier = slugs[..<index].filter { !named.contains($0) }
          diagnostics.append(
            .unknownPrerequisite(slug, slugs: slugs, earlier: earlier, at: prerequisite.span))
        }
      }
      edges.append(targets)
    }
    let component = components()
    reportLater(component)
    reportCycles(component)
  }

  private mutating func reportLater(_ component: [Int]) {
    for (index, lesson) in lessons.enumerated() {
      for edge in edges[index] where edge.target > index && component[edge.target] != component[index] {
        diagnostics.append(.laterPrerequisite(lessons[edge.target], of: lesson, at: edge.span))
      }
    }
  }

  /// Reports one circle of each group of lessons that need each other: a shortest one through the
  /// group's first lesson.
  private mutating func reportCycles(_ component: [Int]) {
    var seen: Set<Int> = []
    for start in lessons.indices where seen.insert(component[start]).inserted {
      guard let cycle = cycle(through: start, component: component) else { continue }
      guard let edge = edges[start].first(where: { $0.target == cycle[1 % cycle.count] }) else {
        preconditionFailure("A circle follows the prerequisites")
      }
      diagnostics.append(.prerequisiteCycle(cycle.map { lessons[$0].slug }, at: edge.span))
    }
  }

  private func cycle(through start: Int, component: [Int]) -> [Int]? {
    var previous: [Int: Int] = [:]
    var queue = [start]
    var next = 0
    while next < queue.count {
      let lesson = queue[next]
      next += 1
      for edge in edges[lesson] where component[edge.target] == component[start] {
        if edge.target == start {
          var cycle = [lesson]
          while let before = cycle.last, before != start, let step = previous[before] { cycle.append(step) }
          return cycle.reversed()
        }
        if previous[edge.target] == nil {
          previous[edge.target] = lesson
          queue.append(edge.target)
        }
      }
    }
    return nil
  }

  /// For each lesson the number of its strongly connected component, by Tarjan's algorithm (SIAM Journal
  /// on Computing 1, 1972) with a stack of its own.
  private func components() -> [Int] {
    var order = [Int?](repeating: nil, count: lessons.count)
    var low = [Int](repeating: 0, count: lessons.count)
    var component = [Int](repeating: -1, count: lessons.count)
    var open: [Int] = []
    var path: [(lesson: Int, edge: Int)] = []
    var visited = 0
    var found = 0
    for root in lessons.indices where order[root] == nil {
      path.append((root, 0))
      while let (lesson, edge) = path.last {
        if edge == 0 {
          order[lesson] = visited
          low[lesson] = visited
          visited += 1
          open.append(lesson)
        }
        if edge < edges[lesson].count {
          path[path.count - 1].edge += 1
          let target = edges[lesson][edge].target
          if order[target] == nil {
            path.append((target, 0))
          } else if component[target] == -1 {
            low[lesson] = min(low[lesson], order[target] ?? low[lesson])
          }
          continue
        }
        if low[lesson] == order[lesson] {
          while let member = open.popLast() {
            component[member] = found
            if member == lesson { break }
          }
          found += 1
        }
        path.removeLast()
        if let parent = path.last?.lesson { low[parent] = min(low[parent], low[lesson]) }
      }
    }
    return component
  }
}
