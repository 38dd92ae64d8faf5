import ChainDiagnostics
import ChainSyntax

/// In which order definitions can be worked out, and which of them need themselves.
///
/// A definition is looked at in two ways: as itself, where a parameter that bears the name of
/// another definition needs that definition, and as a function applied to other arguments, where
/// it does not: `g(x) = x^2`, `x(t) = g(t)` is no cycle.
struct DefinitionOrder {
  /// Definitions after those they need.
  private(set) var order: [Int] = []
  /// Those that need themselves.
  private(set) var cyclic: Set<Int> = []
  /// Those that are applied to arguments somewhere.
  private(set) var applied: Set<Int> = []
  private(set) var diagnostics: [Diagnostic] = []

  private enum Mark { case unseen, open, done }

  /// A definition in one of its two aspects.
  private struct Aspect: Hashable {
    let definition: Int
    let isApplied: Bool

    var slot: Int { 2 * definition + (isApplied ? 1 : 0) }
  }

  private struct Visit {
    let aspect: Aspect
    var needs: ArraySlice<Aspect>
  }

  init(_ names: Names, _ figure: FigureSyntax) {
    var marks = Array(repeating: Mark.unseen, count: 2 * names.definitions.count)
    for start in names.definitions.indices {
      var path: [Visit] = []
      enter(Aspect(definition: start, isApplied: false), &path, &marks, names, figure)
      while let visit = path.last {
        guard let next = visit.needs.first else {
          leave(visit.aspect, &marks)
          path.removeLast()
          continue
        }
        path[path.count - 1].needs.removeFirst()
        switch marks[next.slot] {
        case .done: continue
        case .unseen: enter(next, &path, &marks, names, figure)
        case .open: report(next, path, names, figure)
        }
      }
    }
  }

  private mutating func enter(
    _ aspect: Aspect, _ path: inout [Visit], _ marks: inout [Mark], _ names: Names,
    _ figure: FigureSyntax
  ) {
    guard marks[aspect.slot] == .unseen else { return }
    marks[aspect.slot] = .open
    if aspect.isApplied { applied.insert(aspect.definition) }
    path.append(Visit(aspect: aspect, needs: Self.needs(of: aspect, names, figure)[...]))
  }

  private mutating func leave(_ aspect: Aspect, _ marks: inout [Mark]) {
    marks[aspect.slot] = .done
    if !aspect.isApplied { order.append(aspect.definition) }
  }

  private mutating func report(
    _ aspect: Aspect, _ path: [Visit], _ names: Names, _ figure: FigureSyntax
  ) {
    guard let start = path.firstIndex(where: { $0.aspect == aspect }) else { return }
    var members: [Int] = []
    for visit in path[start...] where members.last != visit.aspect.definition {
      members.append(visit.aspect.definition)
    }
    // Told from the first in the source on, wherever the search came upon the circle.
    if let first = members.indices.min(by: { members[$0] < members[$1] }) {
      members = Array(members[first...] + members[..<first])
    }
    let isNew = members.contains { !cyclic.contains($0) }
    cyclic.formUnion(members)
    guard isNew else { return }
    diagnostics.append(
      .cyclicDefinition(
        members.map {
          (
            figure.names[names.definitions[$0].syntax.name.id].spelling,
            names.definitions[$0].syntax.name.range
          )
        }))
  }

  private static func needs(
    of aspect: Aspect, _ names: Names, _ figure: FigureSyntax
  ) -> [Aspect] {
    let definition = names.definitions[aspect.definition]
    let bound = aspect.isApplied ? Set(definition.parameters.map(\.id)) : []
    var needs: [Aspect] = []
    var pending = [definition.syntax.body]
    while let id = pending.popLast() {
      switch figure.expressions[id].kind {
      case .name(let name):
        guard !bound.contains(name), case .definition(let index) = names[name] else { continue }
        let rebinds = names.definitions[index].parameters.contains { bound.contains($0.id) }
        needs.append(Aspect(definition: index, isApplied: rebinds))
      case .application(let head, let arguments):
        if case .name(let name) = figure.expressions[head].kind {
          if !bound.contains(name), case .definition(let index) = names[name] {
            needs.append(Aspect(definition: index, isApplied: true))
          }
        } else {
          pending.append(head)
        }
        pending.append(contentsOf: arguments.map(\.value))
      case let kind: pending.append(contentsOf: kind.operands)
      }
    }
    return needs
  }
}
