import ChainDiagnostics

/// The first thing in a statement that does not fit the grammar.
struct SyntaxError: Error {
  let diagnostic: Diagnostic

  init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
}

/// Reads one figure; its parts for expressions and for each statement are extensions.
struct Parser {
  /// Brackets, exponents, roots and norms that may be open at once.
  static let nestingLimit = 256
  /// After so many errors the rest of a figure is not read.
  static let errorLimit = 1000

  let source: SourceText
  let range: SourceRange
  var lexer: Lexer
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
  var current: Token { lexer.tokens[index] }

  var previous: Token? { index > 0 ? lexer.tokens[index - 1] : nil }

  /// The token so many places ahead, the end token past the end.
  func ahead(_ count: Int) -> Token {
    lexer.tokens[min(index + count, lexer.tokens.count - 1)]
  }

  mutating func advance() {
    if index < lexer.tokens.count - 1 { index += 1 }
  }

  /// Passes over the current token if it is of this kind.
  mutating func take(_ kind: TokenKind) -> Bool {
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

  mutating func report(_ diagnostic: Diagnostic) { lexer.diagnostics.append(diagnostic) }

  /// Adds a node, unless the tree would become too deep.
  mutating func make(
    _ kind: ExpressionSyntax.Kind, _ range: SourceRange
  ) throws(SyntaxError) -> ExpressionID {
    let id = expressions.append(kind, range: range)
    guard expressions[id].depth <= ExpressionArena.depthLimit else {
      throw SyntaxError(.tooDeep(at: current.range, limit: ExpressionArena.depthLimit))
    }
    return id
  }

  /// Counts a level of nesting, so that no input can exhaust the stack.
  mutating func enterLevel() throws(SyntaxError) {
    nesting += 1
    guard nesting <= Self.nestingLimit else {
      throw SyntaxError(.tooDeep(at: current.range, limit: Self.nestingLimit))
    }
  }
}
