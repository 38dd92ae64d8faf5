/// A text that the page offers to begin with.
package struct Example: Sendable {
  package let name: String
  package let title: String
  package let text: String

  private init(_ name: String, _ title: String, _ bytes: [UInt8]) {
    self.name = name
    self.title = title
    text = String(decoding: bytes, as: UTF8.self)
  }

  /// Samples of the gallery, in the order of a lecture.
  package static let all: [Example] = [
    Example("chain-rule", "The chain rule", PackageResources.chain_rule_txt),
    Example("secants", "Secants and tangent", PackageResources.secants_txt),
    Example("gradient", "The gradient and the contours", PackageResources.gradient_txt),
    Example("jacobian", "A Jacobian", PackageResources.jacobian_txt),
    Example(
      "chain-rule-abstract", "The abstract chain rule", PackageResources.chain_rule_abstract_txt),
    Example("product-rule", "The product rule", PackageResources.product_rule_txt),
    Example("olah", "Calculus on computational graphs", PackageResources.olah_txt),
    Example("baydin", "Automatic differentiation", PackageResources.baydin_txt),
    Example("bilinear-form", "A bilinear form", PackageResources.bilinear_form_txt),
    Example("quadratic-form", "Weighted least squares", PackageResources.quadratic_form_txt),
    Example("identities", "Matrix identities, a figure each", PackageResources.identities_txt),
    Example("neuron", "A neuron", PackageResources.neuron_txt),
    Example(
      "softmax-cross-entropy", "Softmax and cross-entropy",
      PackageResources.softmax_cross_entropy_txt),
    Example("perceptron", "Backpropagation in two layers", PackageResources.perceptron_txt),
    Example("attention", "Attention", PackageResources.attention_txt),
    Example("elimination", "Orders of multiplying", PackageResources.elimination_txt),
  ]

  /// All of them as JSON.
  static var json: String {
    let rows = all.map { example in
      "{\"name\": \(quoted(example.name)), \"title\": \(quoted(example.title)), "
        + "\"text\": \(quoted(example.text))}"
    }
    return "[\(rows.joined(separator: ",\n"))]\n"
  }
}

/// A text as JSON holds it.
private func quoted(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "\t": result += "\\t"
    case "\r": result += "\\r"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}
