import FoundationEssentials
import Glibc

/// The answers of other sites, kept between runs in `$XDG_CACHE_HOME/waymark/links.json`.
///
/// A cache that is damaged, or of another version, counts as empty.
struct LinkCache {
  /// How long an answer is taken on trust, in seconds.
  private static let week = 7 * 24 * 3600
  private static let hour = 3600
  private static let fileName = "links.json"
  /// How large the file may be, in bytes, to be read.
  private static let sizeLimit = 32 << 20

  private var entries: [String: Entry]
  /// Seconds since 1970.
  private let now: Int

  /// An answer as the file holds it.
  private struct Entry: Codable {
    /// When the site was asked, in seconds since 1970.
    let time: Int
    let answer: Outcome
    /// The new address, or the reason.
    let detail: String?
  }

  private enum Outcome: String, Codable { case found, dead, unchecked }

  private struct File: Codable {
    static let version = 1
    let version: Int
    let links: [String: Entry]
  }

  /// The cache as it was left.
  ///
  /// - Parameters:
  ///   - bytes: the content of its file; empty where there is none.
  ///   - now: the time in seconds since 1970.
  init(_ bytes: [UInt8], now: Int) {
    self.now = now
    let file = try? JSONDecoder().decode(File.self, from: Data(bytes))
    let links = file?.version == File.version ? file?.links : nil
    entries = (links ?? [:]).filter { Self.isFresh($0.value, now) }
  }

  /// What is still known of an address.
  subscript(_ address: WebAddress) -> LinkAnswer? {
    guard let entry = entries[address.text] else { return nil }
    switch (entry.answer, entry.detail) {
    case (.found, let moved): return .found(movedTo: moved)
    case (.dead, let reason?): return .dead(reason)
    case (.unchecked, let reason?): return .unchecked(reason)
    default: return nil
    }
  }

  /// Keeps an answer, unless the next may be another.
  mutating func keep(_ answer: LinkAnswer, of address: WebAddress) {
    switch answer {
    case .found(let moved): entries[address.text] = Entry(time: now, answer: .found, detail: moved)
    case .dead(let reason): entries[address.text] = Entry(time: now, answer: .dead, detail: reason)
    case .unchecked(let reason): entries[address.text] = Entry(time: now, answer: .unchecked, detail: reason)
    case .unreachable, .unasked: entries[address.text] = nil
    }
  }

  /// The content of its file.
  var bytes: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return Array(try encoder.encode(File(version: File.version, links: entries)))
    } catch {
      preconditionFailure("Strings and numbers can be encoded: \(error)")
    }
  }

  private static func isFresh(_ entry: Entry, _ now: Int) -> Bool {
    // A time to come was written under a wrong clock.
    entry.time <= now && now - entry.time < (entry.answer == .found ? week : hour)
  }
}

// MARK: On the disk

extension LinkCache {
  /// Reads the cache of this user; what cannot be read counts as empty.
  static func read() -> LinkCache {
    var bytes: [UInt8] = []
    if let folder {
      do throws(Errno) {
        bytes = try FileDescriptor(folder: folder).file(fileName).read(atMost: sizeLimit)
      } catch {
        // Then every site is asked again, which is what a cache saves.
      }
    }
    return LinkCache(bytes, now: time(nil))
  }

  /// Writes the cache for the next run.
  ///
  /// - Throws: an error with a remedy where it cannot be written.
  func write() throws(WorkspaceError) {
    guard let folder = Self.folder else { return }
    do {
      let cache = try FileDescriptor(makingFolder: folder, permissions: 0o700)
      try cache.replaceFile(Self.fileName, with: bytes)
    } catch {
      throw WorkspaceError(error, "\(folder)/\(Self.fileName)", cannot: .write)
    }
  }

  /// Where it lies, after the XDG Base Directory Specification 0.8; nil for a user without a home.
  private static var folder: String? {
    func variable(_ name: String) -> String? {
      getenv(name).map { String(cString: $0) }.flatMap { $0.hasPrefix("/") ? $0 : nil }
    }
    let caches = variable("XDG_CACHE_HOME") ?? variable("HOME").map { "\($0)/.cache" }
    return caches.map { "\($0)/waymark" }
  }
}
