import Foundation

/// The numbers from one to another, both included.
package struct NumberRange: Hashable, Sendable {
  /// The smallest.
  package let lower: Decimal
  /// The largest.
  package let upper: Decimal

  /// Whether some number lies in both ranges.
  func overlaps(_ other: NumberRange) -> Bool {
    lower <= other.upper && other.lower <= upper
  }
}
