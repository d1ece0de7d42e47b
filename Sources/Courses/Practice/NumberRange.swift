import Foundation

/// The numbers from one to another, both included.
package struct NumberRange: Hashable, Sendable {
  /// The smallest.
  package let lower: Decimal
  /// The largest.
  package let upper: Decimal

  /// The smallest as digits with a point, which is also JSON.
  package var lowerDigits: String { lower.description }
  /// The largest as digits with a point, which is also JSON.
  package var upperDigits: String { upper.description }

  /// Whether some number lies in both ranges.
  func overlaps(_ other: NumberRange) -> Bool {
    lower <= other.upper && other.lower <= upper
  }
}
