import Glibc

/// An IP address, of version 4 or 6.
struct InternetAddress: Hashable, Sendable {
  /// Its 4 or 16 bytes, the first one first.
  let bytes: [UInt8]

  /// Whether everybody can reach it: it belongs neither to this machine, nor to the network that it stands
  /// in, nor to a range kept for special purposes.
  ///
  /// The ranges are those that the IANA's registries of special-purpose addresses (RFC 6890) do not call
  /// globally reachable, with those that stand for an address of version 4.
  var isPublic: Bool {
    if bytes.count == 4 { return !Self.specialRanges.contains { $0.holds(bytes) } }
    if let inner = embedded { return inner.isPublic }
    // Of version 6 only 2000::/3 is given out so far.
    return bytes[0] & 0xE0 == 0x20 && !Self.specialRanges6.contains { $0.holds(bytes) }
  }

  /// The address of version 4 that this one stands for: mapped (RFC 4291), translated (RFC 6052) or
  /// tunnelled (RFC 3056).
  private var embedded: InternetAddress? {
    let mapped: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]
    let translated: [UInt8] = [0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0]
    if bytes.starts(with: mapped) || bytes.starts(with: translated) {
      return InternetAddress(bytes: Array(bytes[12...]))
    }
    return bytes.starts(with: [0x20, 0x02]) ? InternetAddress(bytes: Array(bytes[2..<6])) : nil
  }

  /// The address as text (RFC 5952).
  var text: String {
    var buffer = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    inet_ntop(bytes.count == 4 ? AF_INET : AF_INET6, bytes, &buffer, socklen_t(buffer.count))
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  // MARK: Ranges

  private struct Block {
    let start: [UInt8]
    let length: Int

    init(_ start: [UInt8], _ length: Int) {
      self.start = start
      self.length = length
    }

    func holds(_ bytes: [UInt8]) -> Bool {
      (0..<length).allSatisfy { bit in
        let index = bit / 8
        let mask = UInt8(0x80) >> UInt8(bit % 8)
        return bytes[index] & mask == (index < start.count ? start[index] : 0) & mask
      }
    }
  }

  private static let specialRanges = [
    Block([0], 8), Block([10], 8), Block([100, 64], 10), Block([127], 8), Block([169, 254], 16),
    Block([172, 16], 12), Block([192, 0, 0], 24), Block([192, 0, 2], 24), Block([192, 88, 99], 24),
    Block([192, 168], 16), Block([198, 18], 15), Block([198, 51, 100], 24), Block([203, 0, 113], 24),
    Block([224], 4), Block([240], 4),
  ]

  private static let specialRanges6 = [
    Block([0x20, 0x01, 0, 0], 23), Block([0x20, 0x01, 0x0D, 0xB8], 32), Block([0x3F, 0xFF], 20),
  ]
}

// MARK: Names

extension InternetAddress {
  /// Why a name has no address.
  enum LookupFailure: Error {
    /// There is no such name.
    case unknown
    /// Nobody could say.
    case unanswered
  }

  /// The addresses of a host, in the order in which they are best tried (RFC 6724).
  ///
  /// - Parameter host: a name in ASCII, or an address in any of the forms that resolvers read.
  static func lookUp(_ host: String) -> Result<[InternetAddress], LookupFailure> {
    var hints = addrinfo()
    hints.ai_socktype = CInt(SOCK_STREAM.rawValue)
    var list: UnsafeMutablePointer<addrinfo>?
    let code = getaddrinfo(host, nil, &hints, &list)
    guard code == 0 else {
      // EAI_NODATA, which Glibc does not declare by default: the name is there and has no address.
      return .failure(code == EAI_NONAME || code == -5 ? .unknown : .unanswered)
    }
    defer { freeaddrinfo(list) }
    var addresses: [InternetAddress] = []
    var next = list
    while let entry = next?.pointee {
      if let address = InternetAddress(entry), !addresses.contains(address) { addresses.append(address) }
      next = entry.ai_next
    }
    return .success(addresses)
  }

  private init?(_ entry: addrinfo) {
    let offset: Int?
    let count: Int
    switch entry.ai_family {
    case AF_INET: (offset, count) = (MemoryLayout<sockaddr_in>.offset(of: \.sin_addr), 4)
    case AF_INET6: (offset, count) = (MemoryLayout<sockaddr_in6>.offset(of: \.sin6_addr), 16)
    default: return nil
    }
    guard let offset, let address = entry.ai_addr, Int(entry.ai_addrlen) >= offset + count else { return nil }
    bytes = Array(UnsafeRawBufferPointer(start: UnsafeRawPointer(address) + offset, count: count))
  }
}
