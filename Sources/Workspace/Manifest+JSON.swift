extension Manifest {
  /// The manifest as JSON, one file or page a line, so that two of them can be compared by eye.
  ///
  /// `JSONEncoder` would take 90 ms for the manifest of 1,000 lessons, a sixth of their build.
  package var bytes: [UInt8] {
    var json = JSONText()
    json.raw("{\"version\":\(version),\n\"files\":[")
    for (index, file) in files.enumerated() {
      json.raw(index == 0 ? "\n{\"path\":" : ",\n{\"path\":")
      json.string(file.path)
      json.raw(",\"size\":\(file.size),\"hash\":")
      json.string(file.hash)
      json.raw("}")
    }
    json.raw("],\n\"pages\":[")
    for (index, page) in pages.enumerated() {
      json.raw(index == 0 ? "\n{\"path\":" : ",\n{\"path\":")
      json.string(page.path)
      json.raw(",\"anchors\":")
      json.strings(page.anchors)
      json.raw(",\"objectives\":")
      json.strings(page.objectives)
      json.raw(",\"questions\":[")
      for (index, question) in page.questions.enumerated() {
        json.raw(index == 0 ? "{\"id\":" : ",{\"id\":")
        json.string(question.id)
        json.raw(",\"version\":")
        json.string(question.version)
        if let key = question.key {
          json.raw(",\"key\":")
          json.string(key)
        }
        json.raw("}")
      }
      json.raw("]}")
    }
    json.raw("]")
    for (index, redirect) in redirects.enumerated() {
      json.raw(index == 0 ? ",\n\"redirects\":[\n{\"from\":" : ",\n{\"from\":")
      json.string(redirect.from)
      json.raw(",\"to\":")
      json.string(redirect.to)
      json.raw("}")
    }
    json.raw(redirects.isEmpty ? "}\n" : "]}\n")
    return json.bytes
  }
}

extension Manifest {
  /// What the file says; keys that this Waymark does not know are passed over.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - version: takes the form of the file as soon as it is read, whatever follows: it stands first.
  static func contents(of bytes: [UInt8], version: inout Int?) throws(JSONReader.Malformed) -> Manifest {
    var files: [File]?
    var pages: [Page]?
    var redirects: [Redirect] = []
    var reader = JSONReader(bytes)
    try reader.object { (key, reader) throws(JSONReader.Malformed) in
      switch key {
      case "version": version = try reader.integer()
      case "files": files = try reader.array(of: File.init)
      case "pages": pages = try reader.array(of: Page.init)
      case "redirects": redirects = try reader.array(of: Redirect.init)
      default: try reader.skip()
      }
    }
    try reader.end()
    guard version != nil, let files, let pages else { throw JSONReader.Malformed() }
    // The order is not taken on trust: lookups and comparisons depend on it.
    return Manifest(files: files, pages: pages, redirects: redirects)
  }
}

extension Manifest.File {
  fileprivate init(_ reader: inout JSONReader) throws(JSONReader.Malformed) {
    var path: String?
    var size: Int?
    var hash: String?
    try reader.object { (key, reader) throws(JSONReader.Malformed) in
      switch key {
      case "path": path = try reader.string()
      case "size": size = try reader.integer()
      case "hash": hash = try reader.string()
      default: try reader.skip()
      }
    }
    guard let path, let size, let hash else { throw JSONReader.Malformed() }
    self.init(path: path, size: size, hash: hash)
  }
}

extension Manifest.Page {
  fileprivate init(_ reader: inout JSONReader) throws(JSONReader.Malformed) {
    var path: String?
    var anchors: [String]?
    var objectives: [String]?
    var questions: [Manifest.Question]?
    try reader.object { (key, reader) throws(JSONReader.Malformed) in
      switch key {
      case "path": path = try reader.string()
      case "anchors": anchors = try reader.strings()
      case "objectives": objectives = try reader.strings()
      case "questions": questions = try reader.array(of: Manifest.Question.init)
      default: try reader.skip()
      }
    }
    guard let path, let anchors, let objectives, let questions else { throw JSONReader.Malformed() }
    self.init(path: path, anchors: anchors, objectives: objectives, questions: questions)
  }
}

extension Manifest.Question {
  fileprivate init(_ reader: inout JSONReader) throws(JSONReader.Malformed) {
    var id: String?
    var version: String?
    var answerKey: String?
    try reader.object { (key, reader) throws(JSONReader.Malformed) in
      switch key {
      case "id": id = try reader.string()
      case "version": version = try reader.string()
      case "key": answerKey = try reader.string()
      default: try reader.skip()
      }
    }
    guard let id, let version else { throw JSONReader.Malformed() }
    self.init(id: id, version: version, key: answerKey)
  }
}

extension Manifest.Redirect {
  fileprivate init(_ reader: inout JSONReader) throws(JSONReader.Malformed) {
    var from: String?
    var to: String?
    try reader.object { (key, reader) throws(JSONReader.Malformed) in
      switch key {
      case "from": from = try reader.string()
      case "to": to = try reader.string()
      default: try reader.skip()
      }
    }
    guard let from, let to else { throw JSONReader.Malformed() }
    self.init(from: from, to: to)
  }
}

extension JSONReader {
  fileprivate mutating func strings() throws(Malformed) -> [String] {
    try array { (reader) throws(Malformed) in try reader.string() }
  }
}

/// A growing JSON text (RFC 8259).
private struct JSONText {
  private(set) var bytes: [UInt8] = []

  mutating func raw(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  mutating func strings(_ texts: [String]) {
    raw("[")
    for (index, text) in texts.enumerated() {
      if index > 0 { raw(",") }
      string(text)
    }
    raw("]")
  }

  mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0..<0x20:
        raw("\\u00")
        if byte < 0x10 { raw("0") }
        raw(String(byte, radix: 16))
      default:
        bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
