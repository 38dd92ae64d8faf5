import ChainDiagnostics
import Testing

@Test(arguments: [
  ("sgima", "sigma"), ("symetric", "symmetric"), ("SIGMA", "sigma"), ("x", nil), ("zzz", nil),
  ("", nil), ("sigma", "sigma"),
])
func nearestWords(_ word: String, _ expected: String?) {
  #expect(nearest(to: word, among: ["sigma", "symmetric"]) == expected)
}

@Test func theFirstOfEquallyCloseWordsWins() {
  #expect(nearest(to: "bet", among: ["best", "belt"]) == "best")
}
