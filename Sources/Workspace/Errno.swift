import Glibc

/// The number of an error that the operating system reported, as `errno(3)` lists them.
struct Errno: Error, Equatable {
  let code: CInt

  init(_ code: CInt) { self.code = code }

  /// Makes a system call, again where a signal interrupted it.
  ///
  /// - Parameter call: returns a negative number to say that it failed.
  /// - Returns: what the call returned.
  static func check<Number: SignedInteger>(_ call: () -> Number) throws(Errno) -> Number {
    while true {
      let result = call()
      if result >= 0 { return result }
      let code = errno
      if code != EINTR { throw Errno(code) }
    }
  }
}
