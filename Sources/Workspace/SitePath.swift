/// A path inside a folder: names joined by `/`, none of which leads up or is empty.
enum SitePath {
  /// Whether a path stays in the folder that it is relative to and names a file there.
  static func isSafe(_ path: String) -> Bool {
    !path.isEmpty && !path.utf8.contains(0)
      && path.split(separator: "/", omittingEmptySubsequences: false)
        .allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
  }

  /// The paths of the folders that files lie in, without duplicates, in the order of their bytes.
  ///
  /// - Parameter files: paths of files.
  static func folders(of files: some Sequence<String>) -> [String] {
    var folders: [String] = []
    for file in files {
      for index in file.indices where file[index] == "/" { folders.append(String(file[..<index])) }
    }
    return unique(folders)
  }

  /// The paths without duplicates, in the order of their bytes.
  static func unique(_ paths: [String]) -> [String] {
    var result: [String] = []
    for path in paths.sorted(by: { $0.precedes($1) }) {
      if result.last.map({ !$0.isSame(as: path) }) ?? true { result.append(path) }
    }
    return result
  }
}

extension [String] {
  /// Whether the array, which is in the order of the texts' bytes, holds a text byte for byte.
  func holdsSorted(_ text: String) -> Bool {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].precedes(text) { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low].isSame(as: text)
  }
}
