package import ChainScene

/// How a scene is written as SVG.
package struct SVGOptions: Hashable, Sendable {
  /// How the outlines of glyphs are held.
  package enum Glyphs: String, Hashable, Sendable, CaseIterable {
    /// Once a document, placed by `<use>`: a quarter of the size and less.
    case shared
    /// Repeated wherever they stand, for readers that do not know `<use>`.
    case inline
  }

  package var glyphs: Glyphs
  /// Enlarges the picture's width and height; its coordinates stay in points.
  package var scale: Double
  /// Leaves out the background.
  package var transparent: Bool
  /// Whether each formula has its text above its outlines, unseen, to be found and copied.
  package var text: Bool
  /// Whether groups name the node or edge they show in attributes, for scripts of a page.
  package var marks: Bool
  /// Whether a figure of several steps plays them.
  package var animated: Bool

  package init(
    glyphs: Glyphs = .shared, scale: Double = 1, transparent: Bool = false, text: Bool = false,
    marks: Bool = false, animated: Bool = false
  ) {
    self.glyphs = glyphs
    self.scale = scale
    self.transparent = transparent
    self.text = text
    self.marks = marks
    self.animated = animated
  }
}

/// The scene as an SVG 1.1 document in UTF-8 that needs no font, no style sheet and no script.
///
/// Equal scenes give equal bytes. Ids begin with a hash of the document, so that several documents
/// can stand in one HTML page. Links are written `xlink:href`, since Inkscape 1.2 and older
/// programs draw nothing for a plain `href`. Linear in what the scene holds.
package func svg(_ scene: Scene, options: SVGOptions = SVGOptions()) -> [UInt8] {
  var document = SVGDocument(scene: scene, options: options)
  document.appendHead(options)
  if let background = scene.background, !options.transparent {
    document.append(background: background)
  }
  for element in scene.elements { document.append(element, described: false) }
  return document.finish()
}
