extension SiteDiff {
  mutating func compareQuestions(_ old: SiteIndex, _ new: SiteIndex) {
    let added = new.questionNames.filter { old.questions[$0] == nil }
    let lost = old.questionNames.filter { new.questions[$0] == nil }
    let successors = Self.successors(of: lost, among: added, old, new)
    for name in old.questionNames {
      guard let before = old.questions[name] else { continue }
      if let after = new.questions[name] {
        if before != after {
          questions.edited.append(EditedQuestion(question: name, key: KeyChange(before.key, after.key)))
        }
      } else if let now = successors[name], let after = new.questions[now] {
        questions.removed.append(
          LostQuestion(question: name, now: now, key: KeyChange(before.key, after.key)))
      } else {
        questions.removed.append(LostQuestion(question: name, now: nil, key: nil))
      }
    }
    let taken = Set(successors.values)
    questions.added = added.filter { !taken.contains($0) }
  }

  /// Finds the questions that took the place of lost ones, each for one at most.
  ///
  /// The surest signs are looked for first. Without the id for a sign, a changed key could hide behind a
  /// new address.
  private static func successors(
    of lost: [QuestionName], among added: [QuestionName], _ old: SiteIndex, _ new: SiteIndex
  ) -> [QuestionName: QuestionName] {
    var matching = Matching(lost: lost, added: added)
    let version = { (index: SiteIndex, name: QuestionName) in index.questions[name]?.version ?? "" }
    matching.pair(by: { [$0.page, version(old, $0)] }, with: { [$0.page, version(new, $0)] })
    matching.pair(by: { [new.destination(of: $0.page) ?? "", $0.id] }, with: { [$0.page, $0.id] })
    matching.pair(by: { version(old, $0) }, with: { version(new, $0) })
    // An id alone may be that of another question, such as one of a sample: only where it is unmistakable.
    matching.pair(onlyUnique: true, by: \.id, with: \.id)
    return matching.successors
  }

  /// Pairs what is gone with what is new.
  private struct Matching {
    private(set) var successors: [QuestionName: QuestionName] = [:]
    private var lost: [QuestionName]
    private var added: [QuestionName]

    init(lost: [QuestionName], added: [QuestionName]) {
      self.lost = lost
      self.added = added
    }

    /// Pairs those of the rest that have the same sign, in their order.
    ///
    /// - Parameter onlyUnique: whether a sign counts only where one question has it on either side.
    mutating func pair<Sign: Hashable>(
      onlyUnique: Bool = false, by lostSign: (QuestionName) -> Sign, with addedSign: (QuestionName) -> Sign
    ) {
      let lostBySign = Dictionary(grouping: lost, by: lostSign)
      var taken: Set<QuestionName> = []
      for (sign, candidates) in Dictionary(grouping: added, by: addedSign) {
        guard let names = lostBySign[sign] else { continue }
        if onlyUnique, names.count > 1 || candidates.count > 1 { continue }
        for (name, successor) in zip(names, candidates) {
          successors[name] = successor
          taken.insert(successor)
        }
      }
      lost.removeAll { successors[$0] != nil }
      added.removeAll { taken.contains($0) }
    }
  }
}

extension SiteDiff.KeyChange {
  fileprivate init(_ old: String?, _ new: String?) {
    switch (old, new) {
    case (nil, nil): self = .unknown
    case (nil, _): self = .published
    case (_, nil): self = .withheld
    default: self = old == new ? .unchanged : .changed
    }
  }
}
