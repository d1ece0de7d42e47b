/// Something a learner does whose content and key have stable hashes.
protocol KeyedInteraction {
  /// Adds what the learner sees and chooses from, in an order that does not tell what is right: pages
  /// that omit their answers publish a hash of it.
  func addContent(to digest: inout ContentDigest)
  /// Adds what is right, in an order that changes only if that does: where two choices stand in the file
  /// is no part of the key.
  func addKey(to digest: inout ContentDigest)
}

extension Interaction {
  /// The same as a value of the protocol.
  var keyed: any KeyedInteraction {
    switch self {
    case .choice(let interaction): interaction
    case .trueOrFalse(let interaction): interaction
    case .sort(let interaction): interaction
    case .match(let interaction): interaction
    case .order(let interaction): interaction
    case .fillIn(let interaction): interaction
    case .answer(let interaction): interaction
    case .number(let interaction): interaction
    case .explain(let interaction): interaction
    case .cards(let interaction): interaction
    }
  }
}
