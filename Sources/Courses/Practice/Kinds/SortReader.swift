import Diagnostics
import Markdown

extension Rule {
  package static let sortFlat = Rule(
    "practice.sort-flat", .error,
    "A Sort has no items under its categories, so there is nothing to sort.")
  package static let sortDeep = Rule(
    "practice.sort-deep", .error,
    "A Sort has a third level, but it knows categories and items only.")
  package static let fewCategories = Rule(
    "practice.few-categories", .error,
    "A Sort has fewer than two categories, so there is nothing to tell apart.")
  package static let fewItems = Rule(
    "practice.few-items", .error,
    "A Sort has fewer than two items.")
  package static let dupCategory = Rule(
    "practice.dup-category", .error,
    "A category stands twice, and an item put into the wrong one of the two would count as wrong.")
  package static let dupItem = Rule(
    "practice.dup-item", .error,
    "An item stands twice, so an answer that is right could count as wrong.")
  package static let categoryFeedback = Rule(
    "practice.category-feedback", .error,
    "A feedback quote stands under a category, where nobody would see it.")
}

/// Reads the categories of Sort and what belongs to them.
struct SortReader: AnswerReader {
  static let shape = AnswerShape.bulletList

  static func read(_ draft: QuestionDraft, in context: inout QuestionContext) -> Interaction? {
    let items = draft.parts.items
    guard let first = items.first else { return nil }
    let words = context.vocabulary.words(for: draft.kind)
    guard items.contains(where: { !AnswerItem($0).lists.isEmpty }) else {
      context.report(
        .sortFlat, at: context.firstLine(of: first), "“\(words)” needs items nested under each category",
        help: "indent them by \(context.indent(under: first))")
      return nil
    }
    var categoriesSeen = Repetition()
    var membersSeen = Repetition()
    var categories: [SortInteraction.Category] = []
    for item in items {
      let category = AnswerItem(item)
      readLabel(of: category, seen: &categoriesSeen, in: &context)
      let members = members(of: category, seen: &membersSeen, in: &context)
      categories.append(.init(label: category.content, members: members))
    }
    if categories.count < 2 {
      context.report(
        .fewCategories, at: context.firstLine(of: first), "“\(words)” needs at least two categories",
        help: "add a category")
    }
    if categories.map(\.members.count).reduce(0, +) < 2 {
      context.report(
        .fewItems, at: context.firstLine(of: first), "“\(words)” needs at least two items",
        help: "add an item under a category, indented by \(context.indent(under: first))")
    }
    return .sort(SortInteraction(categories: categories))
  }

  private static func readLabel(
    of category: AnswerItem, seen: inout Repetition, in context: inout QuestionContext
  ) {
    let place = context.firstLine(of: category.node)
    if category.content.allSatisfy(\.isBlank) {
      context.report(
        .emptyChoice, at: place, "this category has no text", help: "write its name, or remove the line")
    } else if let first = seen.note(ContentDigest.of(category.content), at: category.node) {
      context.reportRepetition(
        .dupCategory, at: place, of: first, { "this category repeats line \($0)" },
        help: "put the items of both under one of them")
    }
    for quote in category.quotes {
      context.report(
        .categoryFeedback, at: context.firstLine(of: quote),
        "feedback goes under an item, not under a category",
        help: "indent it by "
          + (category.lists.first?.firstChild.map(context.indent(under:)) ?? "two spaces more")
          + ", or remove it")
    }
  }

  private static func members(
    of category: AnswerItem, seen: inout Repetition, in context: inout QuestionContext
  ) -> [SortInteraction.Member] {
    checkLists(of: category, in: &context)
    return category.lists.flatMap(\.childNodes).map { node in
      let member = AnswerItem(reading: node, as: "item", in: &context)
      for list in member.lists {
        guard let deep = list.firstChild else { continue }
        context.report(
          .sortDeep, at: context.firstLine(of: deep),
          "“\(context.vocabulary.words(for: .sort))” has two levels: categories and items",
          help: "move this item to the second level, or make it part of the text")
      }
      if !member.content.allSatisfy(\.isBlank),
        let first = seen.note(ContentDigest.of(member.content), at: node)
      {
        context.reportRepetition(
          .dupItem, at: context.firstLine(of: node), of: first, { "this item is also at line \($0)" },
          help: "put each item in one category")
      }
      return SortInteraction.Member(content: member.content, feedback: member.feedback)
    }
  }

  /// Reports a list of items that is no bullet list, or that was cut in two.
  private static func checkLists(of category: AnswerItem, in context: inout QuestionContext) {
    for list in category.lists where !AnswerShape.bulletList.fits(list) {
      guard let item = list.firstChild else { continue }
      context.report(
        .wrongShape, at: context.firstLine(of: item),
        "the items of a category are a bullet list (`- …`); this is \(AnswerShape.name(of: list) ?? "")",
        help: "write the items as a bullet list")
      return
    }
    // A quote between two halves of the list has a rule of its own.
    guard category.quotes.isEmpty, category.lists.count > 1 else { return }
    let first = category.lists[0]
    let cut = first.next ?? category.lists[1]
    context.report(
      .splitList, at: context.firstLine(of: cut),
      "the answer list that began at line \(context.line(of: first)) is cut here",
      help: "keep one marker, and indent feedback by "
        + (first.firstChild.map(context.indent(under:)) ?? "two spaces more"),
      notes: [.init("the list begins here", at: context.firstLine(of: first))])
  }
}

extension SortInteraction: KeyedInteraction {
  func addContent(to digest: inout ContentDigest) {
    for category in categories {
      digest.add("category")
      digest.add(category.label)
    }
    digest.add(unordered: categories.flatMap(\.members).map(\.content))
  }

  func addKey(to digest: inout ContentDigest) {
    digest.add(unordered: categories) { category, digest in
      digest.add("category")
      digest.add(category.label)
      digest.add(unordered: category.members.map(\.content))
    }
  }
}
