"""The lecture's four identities by CasADi, of fixed sizes, printed."""
import casadi as ca

n, m = 3, 4
a, x = ca.SX.sym("a", n), ca.SX.sym("x", n)
print(ca.jacobian(a.T @ x, x))
a, b, X = ca.SX.sym("a", m), ca.SX.sym("b", n), ca.SX.sym("X", m, n)
print(ca.jacobian(a.T @ X @ b, X))
x, s = ca.SX.sym("x", m), ca.SX.sym("s", n)
A, W = ca.SX.sym("A", m, n), ca.SX.sym("W", m, m)
print(ca.jacobian((x - A @ s).T @ W @ (x - A @ s), s))
a, b, X = ca.SX.sym("a", n), ca.SX.sym("b", n), ca.SX.sym("X", n, n)
print(ca.jacobian(a.T @ ca.inv(X) @ b, X))
