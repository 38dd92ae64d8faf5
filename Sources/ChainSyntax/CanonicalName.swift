/// The form of a name by which names are compared: Greek letters and subscripts as ASCII.
///
/// `α₁`, `α_1` and `alpha_1` are all `alpha_1`. Strings that differ only in Unicode composition
/// compare equal in Swift, so composition is left as it is.
package func canonicalName(_ spelling: String) -> String {
  let isCanonical = spelling.utf8.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "{") }
  if isCanonical { return spelling }
  var result = ""
  var inSubscript = false
  for scalar in spelling.unicodeScalars {
    if let ascii = subscriptLetters[scalar] {
      if !inSubscript && result.last != "_" { result.append("_") }
      inSubscript = true
      result.append(ascii)
    } else if scalar == "{" || scalar == "}" {
      continue
    } else if let word = greekWords[scalar] {
      inSubscript = false
      result.append(word)
    } else {
      inSubscript = false
      result.unicodeScalars.append(scalar)
    }
  }
  return result
}

/// Subscript digits and letters with what they stand for.
let subscriptLetters: [Unicode.Scalar: Character] = [
  "₀": "0", "₁": "1", "₂": "2", "₃": "3", "₄": "4", "₅": "5", "₆": "6", "₇": "7", "₈": "8",
  "₉": "9", "ₐ": "a", "ₑ": "e", "ₕ": "h", "ᵢ": "i", "ⱼ": "j", "ₖ": "k", "ₗ": "l", "ₘ": "m",
  "ₙ": "n", "ₒ": "o", "ₚ": "p", "ᵣ": "r", "ₛ": "s", "ₜ": "t", "ᵤ": "u", "ᵥ": "v", "ₓ": "x",
]

/// Greek letters by the word that means the same.
let greekWords: [Unicode.Scalar: String] = [
  "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ζ": "zeta",
  "η": "eta", "θ": "theta", "ι": "iota", "κ": "kappa", "λ": "lambda", "μ": "mu", "µ": "mu",
  "ν": "nu", "ξ": "xi", "ο": "omicron", "π": "pi", "ρ": "rho", "σ": "sigma", "τ": "tau",
  "υ": "upsilon", "φ": "phi", "χ": "chi", "ψ": "psi", "ω": "omega", "ϵ": "varepsilon",
  "ϑ": "vartheta", "ϰ": "varkappa", "ϖ": "varpi", "ϱ": "varrho", "ς": "varsigma",
  "ϕ": "varphi", "Γ": "Gamma", "Δ": "Delta", "Θ": "Theta", "Λ": "Lambda", "Ξ": "Xi",
  "Π": "Pi", "Σ": "Sigma", "Υ": "Upsilon", "Φ": "Phi", "Ψ": "Psi", "Ω": "Omega",
  "\u{2126}": "Omega",
]
