import CCairo
import ChainGeometry
package import ChainScene

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How a scene is written as PDF or EPS.
package struct DocumentOptions: Hashable, Sendable {
  /// Enlarges the picture.
  package var scale: Double
  /// Leaves out the background.
  package var transparent: Bool

  package init(scale: Double = 1, transparent: Bool = false) {
    self.scale = scale
    self.transparent = transparent
  }

  /// In points.
  fileprivate func size(of scene: Scene) -> Size {
    Size(width: scale * scene.size.width, height: scale * scene.size.height)
  }
}

/// Scenes as one PDF file, a page each, with their text in embedded fonts, to be found and copied.
///
/// The first scene's title and description stand in the file's metadata. Equal scenes give equal
/// bytes with the same version of Cairo, which is opened on the first call. There must be a scene.
package func pdf(
  _ pages: [Scene], options: DocumentOptions = DocumentOptions()
) throws(RenderingError) -> [UInt8] {
  precondition(!pages.isEmpty, "a document without a page")
  try loadLibraries()
  let size = options.size(of: pages[0])
  return try document { bytes in
    ccairo_pdf_create(bytes, size.width, size.height)
  } draw: { handle in
    ccairo_pdf_describe(handle, pages[0].title, pages[0].description)
    let canvas = CairoCanvas(handle: handle, scale: options.scale)
    for (index, page) in pages.enumerated() {
      if index > 0 {
        let size = options.size(of: page)
        ccairo_pdf_next_page(handle, size.width, size.height)
      }
      canvas.draw(page, options)
    }
    return canvas.finish()
  }
}

/// A scene as Encapsulated PostScript, for what cannot include PDF.
///
/// Equal scenes give equal bytes with the same version of Cairo.
package func eps(
  _ scene: Scene, options: DocumentOptions = DocumentOptions()
) throws(RenderingError) -> [UInt8] {
  try loadLibraries()
  let size = options.size(of: scene)
  let bytes = try document { bytes in
    ccairo_eps_create(bytes, size.width, size.height)
  } draw: { handle in
    if let title = commentTitle(scene.title) { ccairo_eps_comment(handle, "%%Title: " + title) }
    let canvas = CairoCanvas(handle: handle, scale: options.scale)
    canvas.draw(scene, options)
    return canvas.finish()
  }
  return withoutDate(bytes)
}

extension CairoCanvas {
  fileprivate func draw(_ scene: Scene, _ options: DocumentOptions) {
    if let background = scene.background, !options.transparent { paint(background) }
    draw(scene.elements, font: scene.font)
  }
}

/// The bytes that a canvas wrote; `draw` says what went wrong.
private func document(
  create: (UnsafeMutablePointer<ccairo_bytes>) -> OpaquePointer?,
  draw: (OpaquePointer) -> String?
) throws(RenderingError) -> [UInt8] {
  let bytes = UnsafeMutablePointer<ccairo_bytes>.allocate(capacity: 1)
  bytes.initialize(to: ccairo_bytes())
  defer {
    free(bytes.pointee.data)
    bytes.deallocate()
  }
  guard let handle = create(bytes) else { throw .drawing("out of memory") }
  if let failure = draw(handle) { throw .drawing(failure) }
  return Array(UnsafeBufferPointer(start: bytes.pointee.data, count: bytes.pointee.length))
}

private func loadLibraries() throws(RenderingError) {
  switch ccairo_load_documents() {
  case ccairo_documents_no_cairo: throw .missingLibrary(name: "Cairo", package: "libcairo2")
  case ccairo_documents_no_freetype:
    throw .missingLibrary(name: "FreeType", package: "libfreetype6")
  default: return
  }
}

/// A title as a comment of PostScript: one line of ASCII, which is all that every reader knows.
private func commentTitle(_ title: String) -> String? {
  let longest = 200
  let line = String(title.unicodeScalars.map { " "..."~" ~= $0 ? Character($0) : "?" })
  return line.isEmpty ? nil : String(line.prefix(longest))
}

/// Cairo dates every PostScript file in its header.
private func withoutDate(_ file: [UInt8]) -> [UInt8] {
  let key = Array("\n%%CreationDate:".utf8)
  let header = file.prefix(4096)
  guard
    let start = header.indices.first(where: { header[$0...].starts(with: key) }),
    let end = header[(start + 1)...].firstIndex(of: UInt8(ascii: "\n"))
  else { return file }
  return Array(file[..<start] + file[end...])
}
