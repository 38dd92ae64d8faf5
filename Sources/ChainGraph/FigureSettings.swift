import ChainDerivation
import ChainDiagnostics
import ChainFigure
import ChainNotation
import ChainRendering
import ChainScene
import ChainSyntax
import MathTypesetting

/// Choices about figures: what the command line's options and an input's `set` lines say.
///
/// A value given here wins over the input's.
public struct FigureSettings: Sendable {
  /// A setting by the name it has in an input and, after two hyphens, on the command line.
  public enum Key: String, Sendable, CaseIterable {
    /// How much of the computation is shown.
    case detail
    /// Which total derivative stands at each node.
    case mode
    /// What is written on edges, on nodes and below the graph.
    case show
    /// How many paths are listed before the rest is counted.
    case paths
    /// Whose axes come first in a derivative.
    case layout
    /// How derivatives of three and more axes are written.
    case tensors
    /// Where the arrows run.
    case direction
    /// The room the figure has.
    case profile
    /// Significant digits of numbers.
    case digits
    /// The title; `$…$` is typeset.
    case title
    /// The caption; `$…$` is typeset.
    case caption
    /// The text for readers who cannot see the figure.
    case alt
    /// The seed of the check's random points.
    case seed
    /// The family of the math font.
    case font
    /// How many times its natural size the figure is.
    case scale
    /// Dots an inch of a PNG.
    case dpi
    /// Whether the background is left out.
    case transparent
    /// How SVG holds outlines.
    case glyphs
    /// Whether the figure is revealed step by step, and as SVG by itself.
    case steps
    /// Whether vectors and matrices are bold.
    case bold
    /// The room that the figure is made to fit, as `12x8cm`.
    case size
    /// Definitions that are drawn as one box, with what serves only them inside.
    case collapse
    /// Path numbers and names that are drawn strong, the rest faded.
    case highlight
    /// The colours: a theme's name or the path of a file that holds one.
    case theme
    /// Whether SVG holds text that can be found and copied beside its outlines.
    case text
  }

  private var values: [Key: String] = [:]

  /// Reads the bytes of a file that a setting names, such as a theme; nil where it cannot.
  ///
  /// The library itself touches no files.
  public var readFile: @Sendable (String) -> [UInt8]? = { _ in nil }

  /// Settings that leave everything to the input and the defaults.
  public init() {}

  /// The text given for a key, if any.
  public subscript(key: Key) -> String? {
    get { values[key] }
    set { values[key] = newValue }
  }

  /// What is wrong with the value of a key, as a sentence; nil if it is right or not given.
  public func problem(with key: Key) -> String? {
    guard let value = values[key] else { return nil }
    if key == .font { return fontProblem(value) }
    if key == .theme { return themeProblem(value) }
    guard !key.accepts(value) else { return nil }
    return "`\(value)` is no \(key.rawValue): expected \(key.expected)"
  }

  /// These settings over those of an input's `set` lines, with what is wrong in the lines.
  func merged(over lines: [SettingSyntax]) -> (settings: FigureSettings, findings: [Diagnostic]) {
    var merged = FigureSettings()
    merged.readFile = readFile
    var findings: [Diagnostic] = []
    for line in lines {
      guard let key = Key(rawValue: line.key) else {
        findings.append(unknownKey(line))
        continue
      }
      merged[key] = line.value ?? (key.isFlag ? "yes" : "")
      if let problem = merged.problem(with: key) {
        let range = line.valueRange.count > 0 ? line.valueRange : line.range
        findings.append(.error("setting-value", problem, at: range))
        merged[key] = nil
      }
      findings += formulaProblems(key, merged[key] ?? "", at: line.valueRange)
    }
    for key in Key.allCases { merged[key] = values[key] ?? merged[key] }
    return (merged, findings)
  }

  /// Why a family cannot be used, with the package that may bring it.
  private func fontProblem(_ family: String) -> String? {
    do throws(FontError) {
      _ = try MathFont.load(family)
      return nil
    } catch {
      let families = UsableFont.all().map(\.family)
      let short = families.filter { $0.hasSuffix(" Math") }.map { String($0.dropLast(5)) }
      let mend = nearest(to: family, among: families + short)
      return "\(error); "
        + (mend.map { "replace it with `\($0)`" } ?? "`chaingraph fonts` lists those that are")
    }
  }

  /// What is not understood in the formulas of a text.
  private func formulaProblems(_ key: Key, _ text: String, at range: SourceRange) -> [Diagnostic] {
    guard key == .title || key == .caption else { return [] }
    return readLabel(text).problems.prefix(1).map { problem in
      .warning(
        "formula", "a formula of the \(key.rawValue) is not understood", at: range,
        notes: ["character \(problem.column + 1): \(problem.message)"])
    }
  }

  private func unknownKey(_ line: SettingSyntax) -> Diagnostic {
    let known = Key.allCases.map(\.rawValue)
    let mend = nearest(to: line.key, among: known).map { "replace `\(line.key)` with `\($0)`" }
    return .error(
      "unknown-setting", "`\(line.key)` is no setting", at: line.keyRange,
      help: mend ?? "settings are \(known.sorted().joined(separator: ", "))")
  }
}

extension FigureSettings.Key {
  /// Whether it is on where it is named without a value.
  public var isFlag: Bool { [.transparent, .steps, .bold, .text].contains(self) }

  /// The values it takes, as an error names them.
  var expected: String {
    switch self {
    case .detail: "auto, functions, components or operations"
    case .mode: "none, reverse, forward or both"
    case .show:
      "some of jacobians, products, values, shapes, totals, derivation, cost and check, with commas"
    case .paths: "a whole number from 1 to 64"
    case .layout: "numerator or denominator"
    case .tensors: "index, kronecker or differential"
    case .direction: "auto, right, up, down or left"
    case .profile: "slide, paper or column"
    case .digits: "a whole number from 1 to 15"
    case .title, .caption, .alt: "a text"
    case .seed: "a whole number"
    case .font: "the family of an installed OpenType math font"
    case .scale: "a number above 0 and at most 100"
    case .dpi: "a number from 10 to 2400"
    case .transparent, .bold, .text: "yes or no"
    case .steps: "yes, no or animated"
    case .size: "a width and a height such as 12x8cm, in cm, mm, in or pt"
    case .collapse: "names of definitions, with commas"
    case .highlight: "path numbers or names, with commas"
    case .glyphs: "shared or inline"
    case .theme: "light, dark, print, auto or a file that ends in .yaml"
    }
  }

  fileprivate func accepts(_ value: String) -> Bool {
    switch self {
    case .detail: Detail(rawValue: value) != nil
    case .mode: DerivativeMode(rawValue: value) != nil
    case .show: shownParts(value) != nil
    case .paths: Int(value).map { (1...64).contains($0) } ?? false
    case .layout: DerivativeLayout(rawValue: value) != nil
    case .tensors: TensorForm(rawValue: value) != nil
    case .direction: FigureDirection(rawValue: value) != nil
    case .profile: Profile(rawValue: value) != nil
    case .digits: Int(value).map { (1...15).contains($0) } ?? false
    case .title, .caption, .alt, .font, .theme: true
    case .seed: UInt64(value) != nil
    case .scale: Double(value).map { $0 > 0 && $0 <= 100 } ?? false
    case .dpi: Double(value).map { (10...2400).contains($0) } ?? false
    case .size: PictureSize(value) != nil
    case .highlight, .collapse: !value.split(separator: ",").isEmpty
    case .transparent, .bold, .text: value == "yes" || value == "no"
    case .steps: ["yes", "no", "animated"].contains(value)
    case .glyphs: SVGOptions.Glyphs(rawValue: value) != nil
    }
  }
}

/// The parts named in a list with commas; nil if one is unknown.
private func shownParts(_ list: String) -> Show? {
  let known: [(String, Show)] = [
    ("jacobians", .jacobians), ("products", .products), ("values", .values),
    ("shapes", .shapes), ("totals", .totals), ("cost", .cost),
    ("derivation", .derivation),
    ("check", .check),
  ]
  var show: Show = []
  for part in list.split(separator: ",") {
    let name = String(part.drop { $0 == " " })
    guard let row = known.first(where: { $0.0 == name }) else { return nil }
    show.insert(row.1)
  }
  return show
}

extension FigureSettings {
  var detail: Detail { self[.detail].flatMap(Detail.init) ?? .auto }
  var pathLimit: Int { self[.paths].flatMap { Int($0) } ?? 8 }
  var seed: UInt64 { self[.seed].flatMap { UInt64($0) } ?? 0 }

  var figure: FigureOptions {
    var options = FigureOptions()
    if let show = self[.show].flatMap(shownParts) { options.show = show }
    if let direction = self[.direction].flatMap(FigureDirection.init) {
      options.direction = direction
    }
    if let profile = self[.profile].flatMap(Profile.init) { options.profile = profile }
    if let mode = self[.mode].flatMap(DerivativeMode.init) { options.mode = mode }
    if let theme = self[.theme].flatMap({ try? theme($0) }) {
      (options.theme, options.darkColors) = theme
    }
    options.isStepped = self[.steps] == "yes" || isAnimated
    options.style.isBold = self[.bold] == "yes"
    options.highlight = list(.highlight)
    if let digits = self[.digits].flatMap({ Int($0) }) { options.digits = digits }
    if let layout = self[.layout].flatMap(DerivativeLayout.init) { options.form.layout = layout }
    if let tensors = self[.tensors].flatMap(TensorForm.init) { options.form.tensors = tensors }
    return options
  }

  /// The parts of a value that is a list with commas.
  func list(_ key: Key) -> [String] {
    (self[key] ?? "").split(separator: ",").map { part in
      String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
  }

  func svg(_ scene: Scene) -> SVGOptions {
    SVGOptions(
      glyphs: self[.glyphs].flatMap(SVGOptions.Glyphs.init) ?? .shared, scale: scale(of: scene),
      transparent: isTransparent, text: self[.text] == "yes", animated: isAnimated)
  }

  func png(_ scene: Scene) -> PNGOptions {
    PNGOptions(
      scale: scale(of: scene), dpi: self[.dpi].flatMap { Double($0) } ?? 144,
      transparent: isTransparent)
  }

  func document(_ scene: Scene) -> DocumentOptions {
    DocumentOptions(scale: scale(of: scene), transparent: isTransparent)
  }

  /// How much a picture is enlarged: to the size asked for, else by the factor.
  func scale(of scene: Scene) -> Double {
    if let size = self[.size].flatMap(PictureSize.init) { return size.scale(of: scene.size) }
    return self[.scale].flatMap { Double($0) } ?? 1
  }

  /// What is to be said where the size asked for makes text smaller than the profile allows.
  func shrunkText(_ scene: Scene) -> String? {
    guard let size = self[.size], let text = scene.smallestText else { return nil }
    let (points, smallest) = (text * scale(of: scene), figure.profile.smallestText)
    guard points < smallest - 0.05 else { return nil }
    let tenths = Int((10 * points).rounded())
    return "to fit \(size) the text shrinks to \(tenths / 10).\(tenths % 10) pt, less than the "
      + "\(Int(smallest)) pt of profile `\(figure.profile.rawValue)`; "
      + "give it more room, or a profile made for less"
  }

  var isAnimated: Bool { self[.steps] == "animated" }

  private var isTransparent: Bool { self[.transparent] == "yes" }
}
