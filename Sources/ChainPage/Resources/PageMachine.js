// Evaluates the program of a figure: rows of tensors, each a flat array, operands before users.
const machine = (() => {
  const erfTail = x => {
    // erfc(x) for x >= 2.5 by its continued fraction, from the inside out.
    let fraction = 0;
    for (let k = 60; k > 0; k--) fraction = k / 2 / (x + fraction);
    return Math.exp(-x * x) / Math.sqrt(Math.PI) / (x + fraction);
  };
  const erf = x => {
    const size = Math.abs(x);
    if (size >= 2.5) return Math.sign(x) * (1 - erfTail(size));
    // The series in which all terms have one sign loses no digits.
    let term = x, sum = x;
    for (let k = 1; Math.abs(term) > 1e-17 * Math.abs(sum); k++) sum += term *= 2 * x * x / (2 * k + 1);
    return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
  };
  const erfc = x => x >= 2.5 ? erfTail(x) : 1 - erf(x);
  const logistic = x => x < 0 ? Math.exp(x) / (1 + Math.exp(x)) : 1 / (1 + Math.exp(-x));
  const one = {
    sign: x => Math.sign(x) + 0, relu: x => x > 0 || isNaN(x) ? x : 0,
    leakyrelu: x => x > 0 ? x : 0.01 * x, elu: x => x > 0 ? x : Math.expm1(x),
    gelu: x => 0.5 * x * erfc(-x * Math.SQRT1_2), silu: x => x * logistic(x), sigmoid: logistic,
    softplus: x => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))), erf,
    step: x => x > 0 ? 1 : isNaN(x) ? x : 0,
  };
  for (const name of ["sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh",
    "asinh", "acosh", "atanh", "exp", "log", "log2", "log10", "log1p", "expm1", "sqrt", "abs"])
    one[name] = Math[name];
  const two = { "^": power, atan2: Math.atan2, min: Math.min, max: Math.max };
  // As in C, 1 to any power is 1.
  function power(a, b) { return a === 1 ? 1 : Math.pow(a, b); }

  const largest = x => x.reduce((a, b) => Math.max(a, b), -Infinity);
  const total = x => x.reduce((a, b) => a + b, 0);
  const logSum = x => {
    const top = largest(x);
    return isFinite(top) ? top + Math.log(total(x.map(v => Math.exp(v - top)))) : top;
  };
  const reductions = {
    norm1: x => total(x.map(Math.abs)), norm2: x => Math.hypot(...x),
    norminf: x => Math.max(0, largest(x.map(Math.abs))), logsumexp: logSum,
    prod: x => x.reduce((a, b) => a * b, 1), max: largest,
    min: x => x.reduce((a, b) => Math.min(a, b), Infinity),
  };
  const mark = (x, best) => x.map((_, i) => i === x.indexOf(best(...x)) ? 1 : 0);
  const vectors = {
    softmax: x => x.map(v => Math.exp(v - logSum(x))), logsoftmax: x => x.map(v => v - logSum(x)),
    firstMaximum: x => mark(x, Math.max), firstMinimum: x => mark(x, Math.min),
  };

  // Gauss-Jordan with the largest pivot of each column; the inverse is null where one vanishes.
  function eliminate(x) {
    const n = Math.round(Math.sqrt(x.length)), rows = [];
    for (let i = 0; i < n; i++)
      rows.push([...x.slice(i * n, i * n + n), ...Array.from({ length: n }, (_, j) => +(i === j))]);
    let det = 1;
    for (let k = 0; k < n; k++) {
      let best = k;
      for (let i = k + 1; i < n; i++) if (Math.abs(rows[i][k]) > Math.abs(rows[best][k])) best = i;
      if (best !== k) [rows[k], rows[best], det] = [rows[best], rows[k], -det];
      const pivot = rows[k][k];
      det *= pivot;
      if (!(pivot !== 0)) return { det: isNaN(pivot) ? NaN : 0, inverse: null };
      rows[k] = rows[k].map(v => v / pivot);
      for (let i = 0; i < n; i++) {
        const factor = rows[i][k];
        if (i !== k && factor !== 0) rows[i] = rows[i].map((v, j) => v - factor * rows[k][j]);
      }
    }
    return { det, inverse: rows.flatMap(row => row.slice(n)) };
  }
  // Cofactors one by one: also where the determinant vanishes, for the small matrices of a page.
  function adjugate(x) {
    const n = Math.round(Math.sqrt(x.length));
    return x.map((_, at) => {
      const [column, row] = [Math.floor(at / n), at % n];
      const minor = x.filter((_, p) => Math.floor(p / n) !== row && p % n !== column);
      return ((row + column) % 2 ? -1 : 1) * eliminate(minor).det;
    });
  }
  const matrices = {
    inv: x => eliminate(x).inverse || x.map(() => NaN), det: x => [eliminate(x).det], adj: adjugate,
    logdet: x => [Math.log(eliminate(x).det)],
  };

  // C[out] = c · sum over the other labels of the product of factors, each to its power.
  function product(row, operands, count) {
    const { n: lengths, l: labels, e: powers, t: out } = row;
    const strides = axes => {
      const steps = lengths.map(() => 0);
      let step = 1;
      for (let k = axes.length - 1; k >= 0; k--) { steps[axes[k]] += step; step *= lengths[axes[k]]; }
      return steps;
    };
    const steps = labels.map(strides), target = strides(out);
    const factors = operands.map((x, i) => powers[i] === 1 ? x : x.map(v => power(v, powers[i])));
    const result = new Array(count).fill(0), index = lengths.map(() => 0);
    const places = steps.map(() => 0);
    let place = 0;
    for (;;) {
      let term = row.c;
      for (let i = 0; i < factors.length; i++) term *= factors[i][places[i]];
      result[place] += term;
      let axis = lengths.length - 1;
      for (; axis >= 0; axis--) {
        const back = index[axis] + 1 === lengths[axis] ? -index[axis] : 1;
        index[axis] += back;
        place += back * target[axis];
        for (let i = 0; i < places.length; i++) places[i] += back * steps[i][axis];
        if (back === 1) break;
      }
      if (axis < 0) return result;
    }
  }

  const holds = {
    "<": (a, b) => a < b, "<=": (a, b) => a <= b, ">": (a, b) => a > b, ">=": (a, b) => a >= b,
    "==": (a, b) => a === b, "!=": (a, b) => a !== b,
  };
  function chosen(row, x) {
    for (let k = 0; k < row.p.length; k++) {
      const [a, b] = [x[3 * k][0], x[3 * k + 1][0]];
      if (isNaN(a) || isNaN(b)) return null;
      if (holds[row.p[k]](a, b)) return x[3 * k + 2];
    }
    return x[x.length - 1];
  }

  const operations = {
    number: row => [row.c],
    copy: (row, x) => x[0],
    sum: (row, x) => x[0].map((_, i) => total(x.map((v, k) => row.c[k] * v[i]))),
    product: (row, x) => product(row, x, row.s.reduce((a, b) => a * b, 1)),
    one: (row, x) => x[0].map(v => one[row.f](v)),
    two: (row, x) => x[0].map((v, i) => two[row.f](v, x[1][i])),
    reduce: (row, x) => [reductions[row.f](x[0])],
    vector: (row, x) => vectors[row.f](x[0]),
    matrix: (row, x) => matrices[row.f](x[0]),
    literal: (row, x) => x.map(v => v[0]),
    pick: (row, x) => row.p.map(at => x[0][at]),
    selector: row => row.p.flatMap(at => Array.from({ length: row.w }, (_, k) => +(k === at))),
    join: (row, x) => row.p.map(([part, at]) => x[part][at]),
    triangle: row => Array.from({ length: row.s[0] * row.s[1] }, (_, k) => {
      const [i, j] = [Math.floor(k / row.s[1]), k % row.s[1]];
      return +(row.u ? i <= j : i >= j);
    }),
    choice: (row, x) => chosen(row, x) || x[x.length - 1].map(() => NaN),
  };

  // `inputs` are flat arrays by row.
  return {
    run(rows, inputs) {
      const values = [];
      rows.forEach((row, k) => {
        values.push(row.o === "input" ? inputs[k] : operations[row.o](row, row.a.map(at => values[at])));
      });
      return values;
    },
  };
})();
