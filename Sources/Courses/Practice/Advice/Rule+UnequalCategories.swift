import Diagnostics

extension Rule {
  package static let unequalCategories = Rule(
    "practice.unequal-categories", .advice,
    "One category of a Sort holds many more items than another, so guessing it is mostly right.")
}

extension ItemWritingAdvice {
  /// Categories without items are decoys and not counted.
  static func adviseOnSizes(of categories: [SortInteraction.Category], in context: inout QuestionContext) {
    let filled = categories.filter { !$0.members.isEmpty }
    guard let largest = filled.max(by: { $0.members.count < $1.members.count }),
      let smallest = filled.min(by: { $0.members.count < $1.members.count }),
      largest.members.count >= smallest.members.count * 3, largest.members.count > smallest.members.count + 2
    else { return }
    let (many, few) = (largest.members.count, smallest.members.count)
    context.report(
      .unequalCategories, at: place(of: largest.label, in: context),
      "this category has \(many) items and another has \(few), so guessing this one is mostly right",
      help: "add items to the smaller categories, or leave some of these out",
      notes: [.init("the smallest is here", at: place(of: smallest.label, in: context))])
  }
}
