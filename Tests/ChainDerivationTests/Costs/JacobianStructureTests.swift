import ChainDerivation
import Testing

/// Forward counts with structure used, over figures of two factors: the second is a full matrix.
@Test(arguments: [
  // An elementwise function is diagonal: one multiplication an entry of the other factor.
  ("x : R^5\nA : R^{4 x 5}\nu = sin(x)\ny = A*u\ndy/dx\n", "20", "100"),
  // Y = A X is A ⊗ I: a column of X takes no part in the others.
  ("X : R^{3 x 7}\nA : R^{2 x 3}\nU = tanh(X)\nY = A*U\ndY/dX\n", "42", "6174"),
  // Two diagonal factors.
  ("x : R^5\nu = sin(x)\ny = exp(u)\ndy/dx\n", "5", "125"),
  // A sum of all entries is ones, a transpose only moves entries: neither multiplies.
  ("X : R^{2 x 3}\nU = tanh(X)\ny = sum(U)\ndy/dX\n", "0", "36"),
  ("X : R^{2 x 3}\nU = X'\nY = tanh(U)\ndY/dX\n", "0", "216"),
  ("x : R^4\nu = -x\ny = sin(u)\ndy/dx\n", "0", "64"),
  // Softmax mixes all entries although part of its Jacobian is diagonal.
  ("x : R^4\nu = sin(x)\ny = softmax(u)\ndy/dx\n", "16", "64"),
  // The sum of the identity and a diagonal is a diagonal.
  ("x : R^4\nu = x + sin(x)\ny = exp(u)\ndy/dx\n", "4", "64"),
  // Ones times ones is a length, not a sign.
  ("u = t*ones(4)\ns = sum(u)\ny = sin(s)\ndy/dt\n", "1", "5"),
])
func whatIsKnownOfEntriesSavesMultiplications(
  source: String, structured: String, dense: String
) throws {
  let derivation = try Derived(source, detail: .functions).derivation
  let counted = try #require(derivation.multiplications(of: derivation.derivatives[0]))
  #expect(counted.structured.forward.description == structured)
  #expect(counted.dense.forward.description == dense)
}
