/// A way to shuffle that depends on a seed alone, so that every build shows the same order.
///
/// The numbers are those of SplitMix64 (Steele, Lea and Flood, “Fast splittable pseudorandom number
/// generators”, OOPSLA 2014), begun at the stable hash of the seed; the exchange is Fisher–Yates.
package struct SeededShuffle {
  private var state: UInt64

  /// - Parameter seed: any text; usually a question's ``Question/fullID``.
  package init(seed: String) {
    state = StableHash(of: seed).value
  }

  /// The numbers from 0 up to `count`, shuffled.
  ///
  /// - Parameter count: how many there are; 0 or more.
  package mutating func order(of count: Int) -> [Int] {
    var order = Array(0..<count)
    guard count > 1 else { return order }
    for last in stride(from: count - 1, to: 0, by: -1) {
      order.swapAt(last, Int(next() % UInt64(last + 1)))
    }
    return order
  }

  /// The numbers from 0 up to `count`, shuffled into an order that differs from the rising one
  /// where there are two or more.
  package mutating func changedOrder(of count: Int) -> [Int] {
    let order = order(of: count)
    guard count > 1, order == Array(0..<count) else { return order }
    return Array(order[1...]) + [order[0]]
  }

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
