import CMarkGFM
import Glibc

/// The memory of one tree of cmark's: taken bit by bit from large chunks, and given back all at once.
///
/// cmark asks for thousands of small pieces a page and gives each back alone, which is more than a third of
/// its work. Its own arena is one for all parsers of a process (arena.c), so that they could not work side
/// by side.
final class Arena {
  /// Where the chunks are. When cmark asks for a new piece it does not tell which parser asks, only the thread
  /// knows that this arena is in use; pieces tell of the arena that they lie in.
  private struct State {
    /// First, so that a node, which knows its allocator, leads to its arena.
    var allocator: cmark_mem
    /// The next piece is taken from here, if enough is left.
    var position: UnsafeMutableRawPointer
    /// How many bytes of the newest chunk are left there.
    var left = 0
    /// The newest chunk. Each begins with the address of the one before.
    var chunk: UnsafeMutableRawPointer?
    var chunkSize = Arena.isWatched ? 0 : Arena.firstChunkSize
  }

  private let state: UnsafeMutablePointer<State>

  /// Enough for most pages.
  private static let firstChunkSize = 256 * 1024
  /// Whether the address sanitizer watches the process: it sees who goes beyond a piece only where each is a
  /// chunk of its own.
  private static let isWatched = dlsym(nil, "__asan_init") != nil
  /// What a piece begins with: the arena that it lies in, and its size.
  private struct Header {
    let state: UnsafeMutablePointer<State>
    var size: Int
  }

  /// As much as a header takes and keeps pieces aligned.
  private static let headerSize = 16

  init() {
    state = .allocate(capacity: 1)
    state.initialize(
      to: State(
        allocator: cmark_mem(
          calloc: { Arena.zeroed($0, $1) }, realloc: { Arena.resized($0, $1) }, free: { Arena.give($0) }),
        position: UnsafeMutableRawPointer(state)))
  }

  deinit {
    var chunk = state.pointee.chunk
    while let last = chunk {
      chunk = last.load(as: UnsafeMutableRawPointer?.self)
      free(last)
    }
    state.deallocate()
  }

  /// What a parser is to be made with.
  var allocator: UnsafeMutablePointer<cmark_mem> { Self.allocator(in: state) }

  private static func allocator(in state: UnsafeMutablePointer<State>) -> UnsafeMutablePointer<cmark_mem> {
    UnsafeMutableRawPointer(state).assumingMemoryBound(to: cmark_mem.self)
  }

  /// Calls functions of cmark's that take memory of this arena.
  func use<Result>(_ body: () -> Result) -> Result { Self.use(state, body) }

  /// Calls functions of cmark's that take memory of the arena that a node lies in.
  static func use<Result>(memoryOf node: UnsafeMutablePointer<cmark_node>, _ body: () -> Result) -> Result {
    use(UnsafeMutableRawPointer(cmark_node_mem(node)).assumingMemoryBound(to: State.self), body)
  }

  private static func use<Result>(
    _ state: UnsafeMutablePointer<State>, _ body: () -> Result
  ) -> Result {
    let before = pthread_getspecific(key)
    pthread_setspecific(key, state)
    defer { pthread_setspecific(key, before) }
    return body()
  }

  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    guard pthread_key_create(&key, nil) == 0 else {
      preconditionFailure("A process has a thousand keys, and this one takes few")
    }
    return key
  }()

  private static var current: UnsafeMutablePointer<State> {
    guard let state = pthread_getspecific(key) else {
      preconditionFailure("cmark asks for memory only inside of use(_:)")
    }
    return state.assumingMemoryBound(to: State.self)
  }

  // MARK: Pieces

  private static func zeroed(_ count: Int, _ size: Int) -> UnsafeMutableRawPointer {
    let (size, overflows) = count.multipliedReportingOverflow(by: size)
    precondition(!overflows, "cmark's structures are small")
    let piece = piece(of: size, in: current)
    memset(piece, 0, size)
    return piece
  }

  /// The last piece grows where it is, others move.
  private static func resized(_ piece: UnsafeMutableRawPointer?, _ size: Int) -> UnsafeMutableRawPointer {
    guard let piece else { return Self.piece(of: size, in: current) }
    let header = header(of: piece)
    let (state, known) = (header.pointee.state, header.pointee.size)
    let growth = aligned(size) - aligned(known)
    if piece + aligned(known) == state.pointee.position, growth <= state.pointee.left {
      header.pointee.size = size
      state.pointee.position += growth
      state.pointee.left -= growth
      return piece
    }
    let moved = Self.piece(of: size, in: state)
    memcpy(moved, piece, min(known, size))
    return moved
  }

  /// Only the last piece can be taken back: the inline parser asks and gives in turn.
  private static func give(_ piece: UnsafeMutableRawPointer?) {
    guard let piece else { return }
    let header = header(of: piece).pointee
    let size = aligned(header.size)
    if piece + size == header.state.pointee.position {
      header.state.pointee.position = piece - headerSize
      header.state.pointee.left += headerSize + size
    }
  }

  private static func piece(
    of size: Int, in state: UnsafeMutablePointer<State>
  ) -> UnsafeMutableRawPointer {
    let total = headerSize + aligned(size)
    if total > state.pointee.left { addChunk(for: total, to: state) }
    let piece = state.pointee.position + headerSize
    state.pointee.position += total
    state.pointee.left -= total
    header(of: piece).initialize(to: Header(state: state, size: size))
    return piece
  }

  private static func header(of piece: UnsafeMutableRawPointer) -> UnsafeMutablePointer<Header> {
    (piece - headerSize).bindMemory(to: Header.self, capacity: 1)
  }

  // Not inlined: the usual case, which is all speed, would have to save registers for it.
  @inline(never)
  private static func addChunk(for total: Int, to state: UnsafeMutablePointer<State>) {
    let size = max(state.pointee.chunkSize, total + headerSize)
    guard let chunk = malloc(size) else { abort() }
    chunk.storeBytes(of: state.pointee.chunk, as: UnsafeMutableRawPointer?.self)
    state.pointee.chunk = chunk
    state.pointee.position = chunk + headerSize
    state.pointee.left = size - headerSize
    state.pointee.chunkSize *= 2
  }

  private static func aligned(_ size: Int) -> Int { (size + headerSize - 1) & ~(headerSize - 1) }
}
