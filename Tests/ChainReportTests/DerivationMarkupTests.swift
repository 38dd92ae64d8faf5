import ChainFigure
import ChainReport
import MathTypesetting
import Testing

struct DerivationMarkupTests {
  private func outlines(
    _ report: FigureReport = square(), title: String? = nil
  ) -> [FigureOutline] {
    [outline(of: report.derivation, header: FigureHeader(title: title))]
  }

  @Test func markdownFollowsTheDerivation() {
    let text = markdown(of: outlines(title: "A square, $x^2$"))
    let check = "## Check\n\nd f / d x: checked by central differences at 5 points,"
    #expect(
      text.hasPrefix(
        """
        # A square, $x^2$

        ## Definitions

        Input: $x=3$.

        $$
        \\begin{aligned}
          f &= xx = 9
        \\end{aligned}
        $$

        ## Local derivatives

        $$
        \\begin{aligned}
          \\frac{\\mathrm{d}f}{\\mathrm{d}x} &= 2x = 6
        \\end{aligned}
        $$

        ## Chain rule

        $$
        \\begin{aligned}
          \\frac{\\mathrm{d}f}{\\mathrm{d}x} &= x + x = 2x = 6
        \\end{aligned}
        $$

        """ + "\n" + check))
  }

  @Test func latexIsADocumentOfTheSame() {
    let text = latex(of: outlines(title: "100% $x$") + outlines())
    #expect(text.hasPrefix("\\documentclass{article}\n\\usepackage{amsmath}\n"))
    #expect(text.contains("\\section*{100\\% $x$}\n"))
    #expect(text.contains("\\begin{align*}\n  f &= xx = 9\n\\end{align*}"))
    #expect(text.split(separator: "\n").count { $0 == "\\bigskip\\hrule" } == 1)
  }

  @Test func shapesStandBesideJacobians() {
    let text = markdown(of: outlines(sum(of: 2)))
    #expect(text.contains("Input: $x=\\begin{bmatrix} 1 \\\\ 1 \\end{bmatrix}"))
    #expect(text.contains("\\quad(2{\\times}2)"))
  }

  @Test func wordsAreNoMarkup() {
    let text = markdown(of: outlines(title: "*a* <b> `c` [d](e)"))
    #expect(text.hasPrefix("# \\*a\\* \\<b\\> \\`c\\` \\[d\\](e)\n"))
  }
}
