import ChainDiagnostics

/// The first thing in a statement that does not fit the grammar.
///
/// A pointer wide, and its finding is built in a frame of its own: the functions that can throw
/// it call one another as deep as brackets are nested, and must leave little on the stack.
struct SyntaxError: Error {
  private let found: [Diagnostic]

  @inline(never)
  init(_ diagnostic: @autoclosure () -> Diagnostic) { found = [diagnostic()] }

  var diagnostic: Diagnostic { found[0] }
}

/// Reads one figure; its parts for expressions and for each statement are extensions.
///
/// A class, because its functions call one another as deep as brackets are nested: a frame then
/// holds a pointer, where it held copies of the whole state in unoptimised builds.
final class Parser {
  /// Brackets, exponents, roots and norms that may be open at once.
  static let nestingLimit = 256
  /// After so many errors the rest of a figure is not read.
  static let errorLimit = 1000

  let source: SourceText
  let range: SourceRange
  var lexer: Lexer
  /// Of the statement; the last one is an `end`.
  var tokens: [Token] = []
  /// From the first to the last token of the statement.
  var statementRange = SourceRange(0, 0)
  /// Of the current token among those of the statement.
  var index = 0
  var expressions = ExpressionArena()
  var statements: [Statement] = []
  var hasLostStatement = false
  /// Whether the statement before ended in the middle of an expression, which a line that is no
  /// statement then continues.
  var isBrokenOff = false
  /// Names written in one piece with their `d`.
  var gluedNames: Set<SourceRange> = []
  var nesting = 0
  /// Norm bars that are open in the innermost bracket, where a bar closes.
  var openNorms = 0
  /// Whether a comparison may stand here: directly in an argument of `cases`.
  var isComparing = false

  init(_ source: SourceText, _ range: SourceRange) {
    self.source = source
    self.range = range
    lexer = Lexer(source, range)
  }
}

extension Parser {
  var current: Token { tokens[index] }

  var previous: Token? { index > 0 ? tokens[index - 1] : nil }

  /// The token so many places ahead, the end token past the end.
  func ahead(_ count: Int) -> Token {
    tokens[min(index + count, tokens.count - 1)]
  }

  /// Takes the tokens of the next statement from the lexer, which gets the old ones' memory.
  func readStatement() {
    lexer.readStatement()
    swap(&tokens, &lexer.tokens)
    index = 0
  }

  func advance() {
    if index < tokens.count - 1 { index += 1 }
  }

  /// Passes over the current token if it is of this kind.
  func take(_ kind: TokenKind) -> Bool {
    guard current.kind == kind else { return false }
    advance()
    return true
  }

  /// From a token's start to the end of what was read last.
  func range(from start: Int) -> SourceRange {
    SourceRange(start, max(start, previous?.range.end ?? start))
  }

  func text(_ range: SourceRange) -> String { source[range] }

  /// Whether a token is this word.
  func isWord(_ token: Token, _ word: String) -> Bool {
    token.kind == .name && lexer.names[token.name].canonical == word
  }

  func report(_ diagnostic: Diagnostic) { lexer.diagnostics.append(diagnostic) }

  /// Adds a node, unless the tree would become too deep.
  func make(
    _ kind: ExpressionSyntax.Kind, _ range: SourceRange
  ) throws(SyntaxError) -> ExpressionID {
    let id = expressions.append(kind, range: range)
    guard expressions[id].depth <= ExpressionArena.depthLimit else {
      throw SyntaxError(.tooDeep(at: current.range, limit: ExpressionArena.depthLimit))
    }
    return id
  }

  /// Counts a level of nesting, so that no input can exhaust the stack.
  func enterLevel() throws(SyntaxError) {
    nesting += 1
    guard nesting <= Self.nestingLimit else {
      throw SyntaxError(.tooDeep(at: current.range, limit: Self.nestingLimit))
    }
  }
}
