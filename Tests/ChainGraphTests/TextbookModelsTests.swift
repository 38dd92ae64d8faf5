import ChainGraph
import Testing

/// Derivatives as matrix calculus and machine learning books print them.
@Suite struct TextbookModelsTests {
  private func check(_ known: KnownTrap) throws {
    let document = Document(known.source)
    #expect(!document.hasErrors, "\(document.report(style: .short))")
    let derivative = try #require(document.figures.first?.derivatives.first)
    #expect(derivative.expression == known.expression)
    #expect(derivative.isChecked && derivative.checkPoints == 5)
  }

  @Test(arguments: [
    KnownTrap(
      "ridge regression",
      "X : R^{m x n}\nw : R^n\ny : R^m\nc : R\nd(norm2(X*w - y)^2 + c*w'*w)/dw\n",
      "2*(X'*(X*w - y) + c*w)'"),
    KnownTrap(
      "logistic regression through its probabilities",
      "X : R^{m x n}\nw : R^n\ny : R^m\np = sigmoid(X*w)\n"
        + "L = -sum(y.*log(p) + (1 - y).*log(1 - p))\ndL/dw\n",
      "(sigmoid(X*w) - y)'*X"),
    KnownTrap(
      "binary cross-entropy of a mean", "z, y : R^n\np = sigmoid(z)\nL = bce(p, y)\ndL/dz\n",
      "(sigmoid(z) - y)'/n"),
    KnownTrap(
      "softmax cross-entropy through its probabilities",
      "W : R^{k x n}\nx : R^n\nb, y : R^k\np = softmax(W*x + b)\nL = -y'*log(p)\ndL/dW\n",
      "(sum(y)*softmax(W*x + b) - y)*x'"),
    KnownTrap(
      "softmax cross-entropy with the softmax written out",
      "z, y : R^n\np = exp(z)/sum(exp(z))\nL = -sum(y.*log(p))\ndL/dz\n",
      "(sum(y)*softmax(z) - y)'"),
    KnownTrap(
      "curvature of softmax cross-entropy",
      "z, y : R^n\np = softmax(z)\nL = -y'*log(p)\nd^2 L/dz^2\n",
      "sum(y)*(diag(softmax(z)) - softmax(z)*softmax(z)')"),
    KnownTrap(
      "entropy of a softmax", "z : R^n\np = softmax(z)\nH = -sum(p.*log(p))\ndH/dz\n",
      "((softmax(z)'*log(softmax(z)))*softmax(z) - softmax(z).*log(softmax(z)))'"),
    KnownTrap(
      "Gaussian by its covariance",
      "S : R^{n x n} positive definite\nx, m : R^n\n"
        + "d(-1/2*logdet(S) - 1/2*(x-m)'*inv(S)*(x-m))/dS\n",
      "(inv(S)*(x - m)*(x - m)'*inv(S) - inv(S))/2"),
    KnownTrap(
      "Gaussian by its precision",
      "P : R^{n x n} positive definite\nx, m : R^n\n"
        + "d(1/2*logdet(P) - 1/2*(x-m)'*P*(x-m))/dP\n",
      "(inv(P) - (x - m)*(x - m)')/2"),
    KnownTrap(
      "Mahalanobis distance",
      "S : R^{n x n} positive definite\nx, m : R^n\nd sqrt((x-m)'*inv(S)*(x-m))/dx\n",
      "(x - m)'*inv(S)/sqrt((x - m)'*inv(S)*(x - m))"),
    KnownTrap(
      "Kalman gain",
      "P : R^{n x n} positive definite\nH : R^{m x n}\nR : R^{m x m} positive definite\n"
        + "K : R^{n x m}\nd tr((eye(n) - K*H)*P*(eye(n)-K*H)' + K*R*K')/dK\n",
      "2*(K*R - (P - K*H*P)*H')"),
    KnownTrap(
      "divergence of two Gaussians",
      "S, Q : R^{n x n} positive definite\na, b : R^n\n"
        + "d(1/2*(tr(inv(Q)*S) + (b-a)'*inv(Q)*(b-a) - n + logdet(Q) - logdet(S)))/dS\n",
      "(inv(Q) - inv(S))/2"),
    KnownTrap(
      "principal components", "W : R^{n x k}\nS : R^{n x n} symmetric\nd tr(W'*S*W)/dW\n",
      "2*S*W"),
    KnownTrap(
      "Rayleigh quotient", "A : R^{n x n} symmetric\nx : R^n\nd(x'*A*x/(x'*x))/dx\n",
      "2*(A*x/(x'*x) - (x'*A*x)*x/(x'*x)^2)'"),
    KnownTrap("a Gram determinant", "X : R^{m x n}\nd logdet(X*X')/dX\n", "2*inv(X*X')*X"),
    KnownTrap(
      "a determinant around a symmetric matrix",
      "X : R^{n x n}\nA : R^{n x n} symmetric\nd logdet(X'*A*X)/dX\n", "2*inv(X)'"),
    KnownTrap(
      "least squares of matrices",
      "X : R^{m x n}\nW : R^{n x k}\nY : R^{m x k}\nd(normF(X*W - Y)^2)/dW\n",
      "2*X'*(X*W - Y)"),
    KnownTrap(
      "a quadratic form in a matrix",
      "A : R^{p x m}\nX : R^{m x n}\nB : R^{n x n}\nC : R^{m x p}\nd tr(A*X*B*X'*C)/dX\n",
      "(C*A)'*X*B' + C*A*X*B"),
    KnownTrap(
      "two quadratic forms", "X : R^{m x n}\na : R^m\nb : R^n\nd(a'*X*X'*a + b'*X'*X*b)/dX\n",
      "2*(a*a'*X + X*b*b')"),
    KnownTrap(
      "attention by its query",
      "V, K : R^{n x d}\nq : R^d\na = softmax(K*q/sqrt(d))\nd(V'*a)/dq\n",
      "V'*(diag(softmax(K*q/sqrt(d))) - softmax(K*q/sqrt(d))*softmax(K*q/sqrt(d))')*K/sqrt(d)"),
    KnownTrap(
      "a saturating product", "u, v : R^n\nd(u'*v/(1 + u'*v))/du\n", "v'/(1 + u'*v)^2"),
    KnownTrap("variance", "x : R^n\nd var(x)/dx\n", "2*(x - mean(x))'/n"),
    KnownTrap("variance twice", "x : R^n\nd^2 var(x)/dx^2\n", "2*(eye(n) - ones(n, n)/n)/n"),
    KnownTrap("centred length", "x : R^n\nd(norm2(x - mean(x))^2)/dx\n", "2*(x - mean(x))'"),
    KnownTrap(
      "cosine similarity", "x, y : R^n\nd(x'*y/(norm2(x)*norm2(y)))/dx\n",
      "(y/norm2(x) - (x'*y)*x/norm2(x)^3)'/norm2(y)"),
    KnownTrap(
      "a rotated quadratic form", "t : R\nu = [cos(t); sin(t)]\nd(u'*[2, 1; 1, 3]*u)/dt\n",
      "2*cos(2*t) + sin(2*t)"),
  ])
  func theFormulaIsTheBooks(_ known: KnownTrap) throws { try check(known) }

  @Test(arguments: [
    KnownTrap(
      "overlapping slices", "x : R^3\nd(x[2:3]'*x[1:2])/dx\n", "[x[2], x[3] + x[1], x[2]]"),
    KnownTrap(
      "a slice of symbolic length", "x : R^{m+n}\na : R^m\nd sin(a'*x[1:m])/dx\n",
      "[cos(a'*x[1:m])*a; zeros(n)]'"),
    KnownTrap(
      "entries of a vector of symbolic length", "x : R^n\nd(x[1]^2 + x[2]*x[3])/dx\n",
      "[2*x[1]; x[3]; x[2]; zeros(n - 3)]'"),
    KnownTrap(
      "a quadratic form in a joined vector",
      "x : R^n\ny : R^m\nA : R^{m+n x m+n} symmetric\nd([y; x]'*A*[y; x])/dx\n",
      "2*(A[m + 1:m + n, :]*[y; x])'"),
    KnownTrap("a vector twice", "x : R^n\nd(norm2(concat(x, x))^2)/dx\n", "4*x'"),
    KnownTrap(
      "a part of a joined vector", "x : R^n\ny : R^m\nd[x; y]/dy\n", "[zeros(n, m); eye(m)]"),
    KnownTrap(
      "functions below one another", "x : R^n\nd[sin(x); x.*x]/dx\n",
      "[diag(cos(x)); 2*diag(x)]"),
    KnownTrap(
      "blocks of matrices",
      "A : R^{m x n}\nB : R^{m x k}\nC : R^{p x n}\nD : R^{p x k}\nx : R^n\ny : R^k\n"
        + "d([A, B; C, D]*[x; y])/dx\n", "[A; C]"),
    KnownTrap(
      "a block by itself",
      "X : R^{m x n}\nY : R^{m x k}\nd(normF(concat(X, Y, axis=2))^2)/dX\n", "2*X"),
    KnownTrap(
      "a convolution is a matrix with the kernel along its diagonals",
      "x : R^4\nh : R^2\nd[h'*x[1:2]; h'*x[2:3]; h'*x[3:4]]/dx\n",
      "[h[1], h[2], 0, 0; 0, h[1], h[2], 0; 0, 0, h[1], h[2]]"),
    KnownTrap(
      "differences of neighbours", "x : R^n\nd sum((x[2:n] - x[1:n-1]).^2)/dx\n",
      "([0; 2*(x[2:n] - x[1:n - 1])] + [-2*(x[2:n] - x[1:n - 1]); 0])'"),
    KnownTrap(
      "a second derivative of slices", "x : R^3\nd^2(x[2:3]'*x[1:2])/dx^2\n",
      "[0, 1, 0; 1, 0, 1; 0, 1, 0]"),
    KnownTrap(
      "a cell of a recurrent network",
      "h : R^p\nx : R^q\nW : R^{p x p+q}\nb : R^p\nd(W*[h; x] + b)/dh\n", "W[:, 1:p]"),
  ])
  func slicesAndJoinsReadAsBlocks(_ known: KnownTrap) throws { try check(known) }
}
