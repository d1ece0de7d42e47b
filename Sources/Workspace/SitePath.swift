/// A path inside a folder: names joined by `/`, none of which leads up or is empty.
enum SitePath {
  private static let slash = UInt8(ascii: "/")

  /// Whether a path stays in the folder that it is relative to and names a file there.
  static func isSafe(_ path: String) -> Bool {
    var path = path
    return path.withUTF8 { path in
      var start = 0
      for index in 0...path.count {
        if index < path.count, path[index] != slash {
          if path[index] == 0 { return false }
          continue
        }
        // Without a name, or with `.` or `..`, it names no file in there.
        if index - start <= 2, path[start..<index].allSatisfy({ $0 == UInt8(ascii: ".") }) { return false }
        start = index + 1
      }
      return true
    }
  }

  /// The paths of the folders that a file lies in, the outermost first.
  static func folders(above file: String) -> [String] {
    file.utf8.indices.filter { file.utf8[$0] == slash }.map { String(file[..<$0]) }
  }

  /// The paths of the folders that files lie in, without duplicates, in the order of their bytes.
  ///
  /// - Parameter files: paths of files.
  static func folders(of files: some Sequence<String>) -> [String] {
    var folders: [String] = []
    var last = ""[...]
    for file in files {
      // Files of one folder mostly follow one another.
      let folder = file[..<(file.utf8.lastIndex(of: slash) ?? file.startIndex)]
      if folder.isEmpty || folder.utf8.elementsEqual(last.utf8) { continue }
      last = folder
      folders += self.folders(above: file)
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
