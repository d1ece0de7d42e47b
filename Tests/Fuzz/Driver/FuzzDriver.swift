import Foundation
import FuzzTargets

/// What a process of libFuzzer runs: the target that the environment names.
private let target: FuzzTarget = {
  let name = ProcessInfo.processInfo.environment["WAYMARK_FUZZ"] ?? ""
  guard let target = FuzzTarget(rawValue: name) else {
    preconditionFailure("WAYMARK_FUZZ names no target: \(name)")
  }
  return target
}()

/// The function that libFuzzer's `main` calls with each input (llvm.org/docs/LibFuzzer.html).
@_cdecl("LLVMFuzzerTestOneInput")
public func test(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: size))
  let difference = target == .markdown ? CMarkOracle.problem(with: bytes) : nil
  guard let problem = target.problem(with: bytes) ?? difference else { return 0 }
  FileHandle.standardError.write(Data("\(target.rawValue): \(problem)\n".utf8))
  preconditionFailure(problem)
}
