/// The text in raised characters; nil if Unicode lacks one of them.
func raised(_ text: String) -> String? { shifted(text, by: raisedCharacters) }

/// The text in lowered characters; nil if Unicode lacks one of them.
func lowered(_ text: String) -> String? { shifted(text, by: loweredCharacters) }

private func shifted(_ text: String, by table: [Character: Character]) -> String? {
  var result = ""
  for character in text where character != " " {
    guard let other = table[character] else { return nil }
    result.append(other)
  }
  return result
}

private func table(_ plain: String, _ shifted: String) -> [Character: Character] {
  Dictionary(zip(plain, shifted), uniquingKeysWith: { first, _ in first })
}

private let raisedCharacters = table(
  "0123456789+\u{2212}=()abcdefghijklmnoprstuvwxyz\u{22A4}\u{2032}\u{2033}\u{2034}\u{2057}∗αβγδθφ",
  "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵀ\u{2032}\u{2033}\u{2034}\u{2057}*ᵅᵝᵞᵟᶿᵠ")

private let loweredCharacters = table(
  "0123456789+\u{2212}=()aehijklmnoprstuvxβγρφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ")
