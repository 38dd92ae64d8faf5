// Numbers as the figures write them, and the page's behaviour: nothing is asked of a network.
const numbers = (() => {
  const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  // Rounds the shortest digits that read back, half up.
  function text(value, digits) {
    if (isNaN(value)) return "undefined";
    if (!isFinite(value)) return value < 0 ? "−∞" : "∞";
    if (value === 0) return "0";
    digits = Math.max(1, Math.abs(value) < 1 ? digits - 1 : digits);
    let [figures, exponent] = Math.abs(value).toExponential().split("e");
    let magnitude = Number(exponent);
    figures = figures.replace(".", "");
    if (figures.length > digits) {
      const up = figures[digits] >= "5";
      figures = String(BigInt(figures.slice(0, digits)) + (up ? 1n : 0n));
      if (figures.length > digits) magnitude += 1;
    }
    figures = figures.replace(/0+$/, "");
    const sign = value < 0 ? "−" : "";
    if (magnitude < -3 || magnitude >= Math.max(figures.length, digits + 2)) {
      const raised = [...String(Math.abs(magnitude))].map(d => superscripts[d]).join("");
      return sign + figures[0] + (figures.length > 1 ? "." + figures.slice(1) : "") + "×10"
        + (magnitude < 0 ? "⁻" : "") + raised;
    }
    if (magnitude < 0) return sign + "0." + "0".repeat(-magnitude - 1) + figures;
    const whole = figures.padEnd(magnitude + 1, "0");
    const rest = whole.slice(magnitude + 1);
    return sign + whole.slice(0, magnitude + 1) + (rest ? "." + rest : "");
  }
  // A vector on one line, a matrix by its rows, what is larger by its shape and norm.
  function tensor(value, shape, digits) {
    if (!value) return "";
    if (shape.length === 0) return text(value[0], digits);
    const all = value.map(v => text(v, digits));
    if (shape.length === 1 && value.length <= 4) return "(" + all.join(", ") + ")";
    if (shape.length === 2 && value.length <= 9) {
      const rows = [];
      for (let i = 0; i < all.length; i += shape[1]) rows.push(all.slice(i, i + shape[1]).join(" "));
      return "[" + rows.join("; ") + "]";
    }
    return shape.join("×") + ", norm " + text(Math.hypot(...value), digits);
  }
  return { text, tensor };
})();

function startFigure(root) {
  const data = JSON.parse(root.querySelector("script[type='application/json']").textContent);
  const find = selector => [...root.querySelectorAll(selector)];
  const svg = root.querySelector("svg.graph");
  const rows = data.rows || [];
  let inputs = rows.map((row, k) => row.o === "input" ? data.point[k] || null : null);
  let values = [];

  const shown = at => at === null || at === undefined || !values[at]
    ? "" : numbers.tensor(values[at], rows[at].s, data.digits);
  const isScalar = at => values[at] && rows[at].s.length === 0;

  // Numbers in the graph, each in the place of the outlines that the drawing left for it.
  const marks = new Map();
  function placeOf(outline) {
    const box = outline.getBBox(), shift = outline.transform.baseVal.consolidate();
    const { a, e, f } = shift ? shift.matrix : { a: 1, e: 0, f: 0 };
    return { x: e + a * (box.x + box.width / 2), y: f + a * (box.y + box.height / 2) };
  }
  function addMark(key, kind, outline) {
    if (!outline) return;
    const formula = outline.matches("[transform]") ? outline : outline.querySelector("g[transform]");
    const place = placeOf(outline);
    const tag = document.createElementNS(svg.namespaceURI, "text");
    tag.setAttribute("class", "mark " + kind);
    tag.setAttribute("x", place.x);
    tag.setAttribute("y", place.y);
    const size = formula ? 1000 * formula.transform.baseVal.consolidate().matrix.a : 14;
    tag.setAttribute("font-size", size);
    tag.dataset.of = key;
    outline.replaceWith(tag);
    marks.set(kind + key, tag);
  }
  for (const group of find("svg.graph g.node[data-node]")) {
    const key = "n" + group.dataset.node;
    addMark(key, "value", group.querySelector("g.value"));
    addMark(key, "adjoint", group.querySelector("g.derivative"));
  }
  for (const group of find("svg.graph g.edge[data-edge]")) {
    const outlines = group.querySelectorAll(".label > g[transform]");
    if (data.edges[group.dataset.edge].isWritten && outlines.length)
      addMark("e" + group.dataset.edge, "value", outlines[outlines.length - 1]);
  }
  const write = (key, text) => {
    const tag = marks.get(key);
    if (tag) tag.textContent = text;
  };

  function compute() {
    const isComplete = rows.every((row, k) => row.o !== "input" || inputs[k]);
    values = rows.length && isComplete ? machine.run(rows, inputs) : [];
    for (const output of find("output[data-row]")) {
      const factors = (output.dataset.factors || "").split(",").filter(Boolean).map(Number);
      const product = factors.length > 1 && factors.every(isScalar)
        ? factors.map(at => values[at][0]).map((v, i) =>
          i && v < 0 ? `(${numbers.text(v, data.digits)})` : numbers.text(v, data.digits)).join(" ⋅ ")
        : "";
      const value = shown(Number(output.dataset.row)), sign = output.closest("td") ? "" : "= ";
      output.textContent = value && (product ? "= " + product + " " : "") + sign + value;
    }
    data.nodes.forEach((node, k) => {
      write("valuen" + k, shown(node.row));
      const adjoint = shown(node.adjoint);
      write("adjointn" + k, adjoint && node.symbol + " = " + adjoint);
    });
    data.edges.forEach((edge, k) => write("valuee" + k, shown(edge.row)));
    show();
  }

  // What belongs together lights up together.
  const partsOf = element => {
    const nodes = new Set(), edges = new Set(), products = new Set();
    const { node, edge, product } = element.dataset;
    if (node !== undefined) nodes.add(Number(node));
    if (edge !== undefined) {
      edges.add(Number(edge));
      data.products.forEach((path, k) => { if (path.edges.includes(Number(edge))) products.add(k); });
    }
    if (product !== undefined) {
      products.add(Number(product));
      data.products[product].edges.forEach(e => edges.add(e));
    }
    edges.forEach(e => { nodes.add(data.edges[e].from); nodes.add(data.edges[e].to); });
    return { nodes, edges, products };
  };
  const isPartOf = (element, parts) => {
    const { node, edge, product, of } = element.dataset;
    if (of) return parts[of[0] === "n" ? "nodes" : "edges"].has(Number(of.slice(1)));
    if (product !== undefined) return parts.products.has(Number(product));
    if (edge !== undefined) return parts.edges.has(Number(edge));
    return node !== undefined && parts.nodes.has(Number(node));
  };
  const all = () => find("[data-node], [data-edge], [data-product], .mark");
  function light(parts) {
    root.classList.toggle("lighting", Boolean(parts));
    for (const element of all()) element.classList.toggle("lit", Boolean(parts) && isPartOf(element, parts));
  }
  const lightable = element => element.closest && element.closest("[data-node], [data-edge], [data-product]");
  for (const [begin, end] of [["pointerover", "pointerout"], ["focusin", "focusout"]]) {
    root.addEventListener(begin, event => {
      const element = lightable(event.target);
      if (element && root.contains(element)) light(partsOf(element));
    });
    root.addEventListener(end, () => light(null));
  }

  // Steps: every value in turn, then every adjoint backwards; the last step shows all.
  const steps = data.nodes.map((_, k) => ({ node: k }));
  [...data.nodes.keys()].reverse().forEach(k => {
    if (data.nodes[k].adjoint !== null) steps.push({ node: k, isBackward: true });
  });
  const slider = root.querySelector("input[type=range]");
  const words = root.querySelector(".step");
  slider.max = steps.length;
  slider.value = steps.length;
  function sentence(at) {
    if (at === steps.length) return data.summary;
    const { node, isBackward } = steps[at];
    const { name, title, row, adjoint } = data.nodes[node];
    const head = `Step ${at + 1} of ${steps.length}, ${isBackward ? "backward" : "forward"}: `;
    const equals = text => text ? " = " + text : "";
    if (!isBackward) return head + title + equals(shown(row));
    const terms = data.edges.filter(e => e.from === node && data.nodes[e.to].adjoint !== null);
    const isPlain = terms.length && terms.every(e => isScalar(e.row) && isScalar(data.nodes[e.to].adjoint));
    const sum = isPlain
      ? terms.map(e => `${shown(data.nodes[e.to].adjoint)} ⋅ ${shown(e.row)}`).join(" + ") : "";
    return head + data.nodes[node].symbol + equals(sum) + equals(shown(adjoint));
  }
  function show() {
    const at = Number(slider.value);
    const seen = new Set(steps.slice(0, at + 1).map(s => (s.isBackward ? "adjoint" : "value") + s.node));
    const isAll = at === steps.length, current = isAll ? null : steps[at];
    for (const tag of marks.values()) {
      const kind = tag.classList.contains("adjoint") ? "adjoint" : "value";
      const { of } = tag.dataset, k = Number(of.slice(1));
      const isSeen = of[0] === "n" ? seen.has(kind + k) : seen.has("value" + data.edges[k].to);
      tag.classList.toggle("unseen", !isAll && !isSeen);
    }
    for (const group of find("svg.graph [data-node], svg.graph [data-edge]")) {
      const { node, edge } = group.dataset;
      const isCurrent = current !== null && (node !== undefined ? Number(node) === current.node
        : data.edges[edge][current.isBackward ? "from" : "to"] === current.node);
      group.classList.toggle("current", isCurrent);
    }
    root.classList.toggle("stepping", !isAll);
    const text = sentence(at);
    if (words.textContent !== text) words.textContent = text;
    slider.setAttribute("aria-valuetext", text);
    root.querySelector(".back").disabled = at === 0;
    root.querySelector(".forth").disabled = isAll;
  }
  const move = by => { slider.value = Number(slider.value) + by; show(); };
  slider.addEventListener("input", show);
  root.querySelector(".back").addEventListener("click", () => move(-1));
  root.querySelector(".forth").addEventListener("click", () => move(1));
  root.querySelector(".start").addEventListener("click", () => move(-steps.length));
  root.querySelector(".end").addEventListener("click", () => move(steps.length));
  root.addEventListener("keydown", event => {
    if (event.target.matches("input") || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
      move(event.key === "ArrowRight" ? 1 : -1);
      event.preventDefault();
    }
  });

  // The point.
  const fields = find("input[data-input]");
  const initial = fields.map(field => field.value);
  function read() {
    inputs = rows.map((row, k) => {
      if (row.o !== "input") return null;
      const mine = fields.filter(field => Number(field.dataset.input) === k);
      if (!mine.length) return data.point[k] || null;
      const entries = mine.map(field => {
        const entry = field.valueAsNumber;
        return field.dataset.positive !== undefined && !(entry > 0) ? NaN : entry;
      });
      mine.forEach((field, i) => field.setAttribute("aria-invalid", String(isNaN(entries[i]))));
      return entries.some(isNaN) ? null : entries;
    });
    compute();
  }
  fields.forEach(field => field.addEventListener("input", () => {
    const { mirror, input } = field.dataset;
    if (mirror) fields.filter(other => other.dataset.input === input)[mirror].value = field.value;
    read();
  }));
  root.querySelector(".reset").addEventListener("click", () => {
    fields.forEach((field, k) => { field.value = initial[k]; });
    read();
  });

  for (const group of find("svg.graph g.node[data-node], svg.graph g.edge[data-edge]"))
    group.setAttribute("tabindex", "0");
  compute();
  return { data, values: () => values };
}

const figures = [...document.querySelectorAll("article.figure")].map(startFigure);
