/// A part of a font file, whose numbers have their highest byte first.
///
/// What lies beyond the end reads as zero, so that a broken font does no harm. Valid as long as the
/// file's memory is.
struct FontTable {
  private let bytes: UnsafeRawBufferPointer

  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
  }

  static var empty: FontTable { FontTable(UnsafeRawBufferPointer(start: nil, count: 0)) }

  var count: Int { bytes.count }
  var isEmpty: Bool { bytes.isEmpty }
  /// A copy of the bytes.
  var contents: [UInt8] { Array(bytes) }

  func u8(_ offset: Int) -> Int { Int(number(offset) as UInt8) }
  func u16(_ offset: Int) -> Int { Int(number(offset) as UInt16) }
  func i16(_ offset: Int) -> Int { Int(number(offset) as Int16) }
  func u32(_ offset: Int) -> Int { Int(number(offset) as UInt32) }

  /// A number of 0 to 4 bytes.
  func unsigned(_ offset: Int, length: Int) -> Int {
    (0..<min(length, 4)).reduce(0) { $0 << 8 | u8(offset + $1) }
  }

  private func number<Number: FixedWidthInteger & BitwiseCopyable>(_ offset: Int) -> Number {
    guard offset >= 0, offset <= bytes.count - MemoryLayout<Number>.size else { return 0 }
    return Number(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Number.self))
  }

  /// What begins at an offset, to the end unless a length is given; cut to what there is.
  func part(from offset: Int, length: Int = .max) -> FontTable {
    guard offset >= 0, offset < bytes.count, length > 0 else { return .empty }
    let end = length < bytes.count - offset ? offset + length : bytes.count
    return FontTable(UnsafeRawBufferPointer(rebasing: bytes[offset..<end]))
  }

  /// What the two bytes at a place point to from this part's start; empty where they are zero.
  func target(at place: Int) -> FontTable {
    let offset = u16(place)
    return offset == 0 ? .empty : part(from: offset)
  }
}

/// Bisects `count` ordered ranges for one that holds `value`: `order` says whether the range at an
/// index lies before it (negative), holds it (0) or lies after it (positive).
func bisected(_ count: Int, _ order: (Int) -> Int) -> Int? {
  var (low, high) = (0, count)
  while low < high {
    let middle = (low + high) / 2
    let side = order(middle)
    if side == 0 { return middle }
    if side < 0 { low = middle + 1 } else { high = middle }
  }
  return nil
}
