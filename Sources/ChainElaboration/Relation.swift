import ExpressionGraph

/// The graph's comparison; the syntax has one of the same name, and the graph's module bears the
/// name of a type, so that it cannot be named where both are seen.
typealias Relation = Comparison
