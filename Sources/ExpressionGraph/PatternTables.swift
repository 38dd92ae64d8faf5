/// The distinct values that the nodes of a graph refer to.
///
/// Copies of a graph share them until one of them meets a value that is new, so that a copy costs
/// little however many kinds of values there are. `Sendable` because no table is changed while it
/// is shared.
final class PatternTables: @unchecked Sendable {
  var variables = InternTable<Variable>()
  var numbers = InternTable<Number>()
  var dimensions = InternTable<Dimension>()
  var shapes = InternTable<Shape>()
  var sums = InternTable<SumPattern>()
  var products = InternTable<ProductPattern>()
  var slices = InternTable<SlicePattern>()
  var reshapes = InternTable<ReshapePattern>()
  var joins = InternTable<JoinPattern>()
  var triangles = InternTable<TrianglePattern>()
  var choices = InternTable<ChoicePattern>()
  var applications = InternTable<ApplicationPattern>()
  var definitions = InternTable<Definition>()

  init() {}

  /// A copy for a graph that is about to add to it.
  init(_ other: PatternTables) {
    variables = other.variables
    numbers = other.numbers
    dimensions = other.dimensions
    shapes = other.shapes
    sums = other.sums
    products = other.products
    slices = other.slices
    reshapes = other.reshapes
    joins = other.joins
    triangles = other.triangles
    choices = other.choices
    applications = other.applications
    definitions = other.definitions
  }
}
