/// What is known of an address of another site.
enum LinkAnswer: Hashable, Sendable {
  /// There is a page.
  ///
  /// - movedTo: its new address, where the server says that it moved for good.
  case found(movedTo: String?)
  /// There is none, and the reason why.
  case dead(String)
  /// The site gave no usable answer, and the reason why. Perhaps it does later.
  case unreachable(String)
  /// Nobody can say without a browser, and the reason why.
  case unchecked(String)
  /// It was not asked, and the reason why.
  case unasked(String)
}
