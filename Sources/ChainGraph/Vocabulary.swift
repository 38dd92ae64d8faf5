import ChainDiagnostics
import ChainElaboration
import ChainSyntax

/// The words of the input language, for tools that highlight or complete it.
public enum Vocabulary {
  /// What a statement may begin with, names aside: `at`, `set`, `grad`.
  public static let statements = statementWords
  /// What may follow the shape of an input: `symmetric`.
  public static let properties = Property.allCases.map(\.rawValue)
  /// The functions, each of their names by itself.
  public static let functions = functionWords
  /// What may follow the intervals of a plot: `secants`.
  public static let plotOptions = PlotOption.allCases.map(\.rawValue)
  /// What `set` sets: `title`.
  public static let settings = FigureSettings.Key.allCases.map(\.rawValue)

  /// The one of some words that a mistyped word probably means; nil if none is near.
  public static func nearest(to word: String, among words: [String]) -> String? {
    ChainDiagnostics.nearest(to: word, among: words)
  }
}
