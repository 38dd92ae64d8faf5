/// The text in raised characters; nil if Unicode lacks one of them.
func raised(_ text: String) -> String? { shifted(text, by: raisedCharacters) }

/// The text in lowered characters; nil if Unicode lacks one of them.
func lowered(_ text: String) -> String? { shifted(text, by: loweredCharacters) }

/// The character that is raised, or lowered, to look like this one; nil if it is neither.
func unshifted(_ character: Character) -> (plain: Character, isRaised: Bool)? {
  for (signs, isRaised) in [(raisedSigns, true), (loweredSigns, false)] {
    let pair = zip(signs.plain, signs.shifted).first { $1 == character && $0 != character }
    if let pair { return (pair.0, isRaised) }
  }
  return nil
}

private func shifted(_ text: String, by table: [Character: Character]) -> String? {
  var result = ""
  for character in text where character != " " {
    guard let other = table[character] else { return nil }
    result.append(other)
  }
  return result
}

private typealias Signs = (plain: String, shifted: String)

private let raisedSigns: Signs = (
  "0123456789+\u{2212}=()abcdefghijklmnoprstuvwxyz\u{22A4}\u{2032}\u{2033}\u{2034}\u{2057}∗αβγδθφ",
  "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵀ\u{2032}\u{2033}\u{2034}\u{2057}*ᵅᵝᵞᵟᶿᵠ"
)

private let loweredSigns: Signs = (
  "0123456789+\u{2212}=()aehijklmnoprstuvxβγρφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ"
)

private func table(_ signs: Signs) -> [Character: Character] {
  Dictionary(zip(signs.plain, signs.shifted), uniquingKeysWith: { first, _ in first })
}

private let raisedCharacters = table(raisedSigns)
private let loweredCharacters = table(loweredSigns)
