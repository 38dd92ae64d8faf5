import ChainDiagnostics
import ChainSyntax

/// A tree as compact text, so that a test can state what it expects in one line.
///
/// `(sum +a -b)`, `(product *a /b ~c)` with `~` for a product without sign, `(neg a)`, `(' a)`,
/// `(^ a b)`, `(call f a axis:1)`, `(index x 1 2:4)`, `[a b; c]`, `(norm_1 x)`, `?` for what
/// could not be read.
struct TreeText {
  let expressions: ExpressionArena
  let names: NameTable

  func text(_ id: ExpressionID) -> String {
    switch expressions[id].kind {
    case .missing: return "?"
    case .number(let number):
      return number.exponent == 0 ? number.digits : "\(number.digits)e\(number.exponent)"
    case .name(let name): return names[name].canonical
    case .string(let string): return "\"\(string)\""
    case .negation(let operand): return "(neg \(text(operand)))"
    case .sum(let terms):
      let words = terms.map { ($0.sign == .plus ? "+" : "-") + text($0.expression) }
      return "(sum \(words.joined(separator: " ")))"
    case .product(let factors):
      let words = factors.map { sign($0.operation) + text($0.expression) }
      return "(product \(words.joined(separator: " ")))"
    case .power(let base, let exponent, let isElementwise):
      return "(\(isElementwise ? ".^" : "^") \(text(base)) \(text(exponent)))"
    case .transpose(let operand): return "(' \(text(operand)))"
    case .application(let head, let arguments):
      let words = arguments.map { argument in
        (argument.label.map { names[$0.id].canonical + ":" } ?? "") + text(argument.value)
      }
      return "(call \(([text(head)] + words).joined(separator: " ")))"
    case .index(let base, let subscripts):
      return "(index \(([text(base)] + subscripts.map(text)).joined(separator: " ")))"
    case .literal(let rows):
      let lines = rows.map { $0.map(text).joined(separator: " ") }
      return "[\(lines.joined(separator: "; "))]"
    case .norm(let operand, let norm): return "(\(name(of: norm)) \(text(operand)))"
    case .root(let operand): return "(root \(text(operand)))"
    case .comparison(let comparison, let left, let right):
      return "(\(sign(comparison)) \(text(left)) \(text(right)))"
    }
  }

  private func text(_ item: SubscriptSyntax) -> String {
    switch item {
    case .at(let index): text(index)
    case .slice(let from, let to, _): "\(from.map(text) ?? ""):\(to.map(text) ?? "")"
    }
  }

  private func sign(_ operation: FactorSyntax.Operation) -> String {
    switch operation {
    case .times: "*"
    case .over: "/"
    case .elementwiseTimes: ".*"
    case .elementwiseOver: "./"
    case .kronecker: "⊗"
    case .implied: "~"
    }
  }

  private func sign(_ comparison: Comparison) -> String {
    switch comparison {
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    case .equal: "=="
    case .unequal: "!="
    }
  }

  private func name(of norm: NormSyntax) -> String {
    switch norm {
    case .unmarked: "norm"
    case .one: "norm_1"
    case .two: "norm_2"
    case .infinity: "norm_inf"
    case .frobenius: "norm_F"
    }
  }
}

extension TreeText {
  func text(_ statement: Statement) -> String {
    switch statement {
    case .declaration(let syntax):
      let properties = syntax.properties.map { " \($0.property.rawValue)" }.joined()
      return "\(list(syntax.names)) : \(syntax.space.map(text) ?? "?")\(properties)"
    case .functionDeclaration(let syntax):
      let domain = syntax.domain.map(text).joined(separator: ", ")
      return "\(list(syntax.names)) : \(domain) -> \(syntax.codomain.map(text) ?? "?")"
    case .definition(let syntax):
      let parameters = syntax.parameters.map { "(\(list($0)))" } ?? ""
      return "\(names[syntax.name.id].canonical)\(parameters) = \(text(syntax.body))"
    case .query(let syntax): return text(syntax)
    case .point(let syntax): return "at \(list(syntax.values))"
    case .dimensions(let syntax): return "where \(list(syntax.values))"
    case .setting(let syntax): return "set \(syntax.key) «\(syntax.value ?? "")»"
    case .plot(let syntax):
      let intervals = syntax.intervals.map {
        ", \(names[$0.name.id].canonical) = \(text($0.from)) .. \(text($0.to))"
      }
      let options = syntax.options.map { option in
        ", \(names[option.name.id].canonical)" + (option.value.map { " " + text($0) } ?? "")
      }
      return "plot \(text(syntax.function))\((intervals + options).joined())"
    }
  }

  private func text(_ space: SpaceSyntax) -> String {
    space.dimensions.isEmpty
      ? "R" : "R{\(space.dimensions.map { text($0) }.joined(separator: " x "))}"
  }

  private func text(_ query: QuerySyntax) -> String {
    let operand = text(query.operand)
    switch query.form {
    case .gradient: return "grad \(operand)"
    case .hessian: return "hessian \(operand)"
    case .derivative(let order, let below):
      let inputs = below.map { text($0.input, power: "^\($0.power)") }.joined(separator: " ")
      return "d^\(order) \(operand) / \(inputs)"
    }
  }

  /// The operand, with the word it was split from.
  private func text(_ operand: QueryOperand, power: String = "") -> String {
    let glued = operand.glued.map { "<\(names[$0.id].canonical)>" } ?? ""
    return text(operand.expression) + power + glued
  }

  private func list(_ items: [NameSyntax]) -> String {
    items.map { names[$0.id].canonical }.joined(separator: ", ")
  }

  private func list(_ items: [AssignmentSyntax]) -> String {
    items.map { "\(names[$0.name.id].canonical) = \(text($0.value))" }.joined(separator: ", ")
  }
}

/// The tree of an expression, then each finding as `[id]`.
func tree(_ expression: String) -> String {
  let fragment = parseExpression(SourceText(name: "test", expression))
  let text = TreeText(expressions: fragment.expressions, names: fragment.names)
  return text.text(fragment.root) + fragment.diagnostics.map { " [\($0.id)]" }.joined()
}

/// The statements of a source, one a line, then its findings as `[id]`.
func statements(_ source: String) -> [String] {
  let file = parse(SourceText(name: "test", source))
  return file.figures.flatMap { figure in
    let text = TreeText(expressions: figure.expressions, names: figure.names)
    return figure.statements.map { text.text($0) } + figure.diagnostics.map { "[\($0.id)]" }
  } + file.diagnostics.map { "[\($0.id)]" }
}

/// Everything that is said about a source, as a reader sees it.
func report(_ source: String) -> String {
  let text = SourceText(name: "a.txt", source)
  let file = parse(text)
  let diagnostics = file.figures.flatMap(\.diagnostics) + file.diagnostics
  return DiagnosticWriter().text(of: diagnostics, in: text)
}
