/// What is known of the places in one block.
struct LocatedBlock {
  /// Where its text stands; nil where the file does not hold it as expected.
  let map: ContentMap?
  /// The place of each inline that was found, in the block's content.
  let inlines: [Node: Range<Int>]
  /// The place of the destination of each link and image that has one, in the block's content.
  let destinations: [Node: Range<Int>]
}
