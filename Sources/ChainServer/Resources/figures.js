// The pictures, the problems and the derivation, as the server's answer has them.

// A sentence with its `names` set as code. Whatever it holds stays text.
function sentence(text) {
  const line = document.createElement("span");
  text.split("`").forEach((part, index) => {
    if (index % 2 === 0) {
      line.append(part);
    } else {
      const code = document.createElement("code");
      code.textContent = part;
      line.append(code);
    }
  });
  return line;
}

function capitalized(text) { return text.charAt(0).toUpperCase() + text.slice(1); }

function element(tag, className, ...content) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...content);
  return made;
}

export function counted(count, noun) { return `${count} ${noun}${count === 1 ? "" : "s"}`; }

// What a picture says of itself to a reader who cannot see it. Parsing a document runs none of it.
function alternative(svg) {
  const parsed = new DOMParser().parseFromString(svg, "image/svg+xml");
  const text = name => parsed.querySelector(`svg > ${name}`)?.textContent.trim() ?? "";
  return text("desc") || text("title") || "A figure without a description";
}

export class Pictures {
  constructor() {
    this.box = document.querySelector("#pictures");
    this.note = document.querySelector("#stale");
    this.shown = [];
    this.zoom = null;
  }

  get count() { return this.shown.length; }

  // Shows pictures. They are images, so that nothing in them runs or loads anything.
  async show(pictures, left) {
    const loaded = await Promise.all(pictures.map(picture => this.load(picture)));
    for (const old of this.shown) if (!loaded.includes(old)) URL.revokeObjectURL(old.image.src);
    this.shown = loaded;
    const more = left > 0 ? [element("p", "hint", `${left} more are not shown here.`)] : [];
    const hint = loaded.length > 0 ? []
      : [element("p", "hint", "Write functions on the left, such as f = x^2 + sin(x), or choose an example.")];
    this.box.replaceChildren(...loaded.map(({ figure }) => figure), ...more, ...hint);
    this.resize();
  }

  async load(picture) {
    const same = this.shown.find(({ svg }) => svg === picture.svg);
    if (same) {
      same.caption.textContent = picture.summary;
      return same;
    }
    const image = new Image();
    image.alt = alternative(picture.svg);
    image.src = URL.createObjectURL(new Blob([picture.svg], { type: "image/svg+xml" }));
    // Decoded before it takes the old one's place, so that nothing flickers.
    await image.decode().catch(() => {});
    const caption = element("figcaption", "", picture.summary);
    return { svg: picture.svg, image, caption, figure: element("figure", "", image, caption) };
  }

  // Says whether the pictures are those of an earlier text.
  set isStale(isStale) {
    this.note.hidden = !isStale;
    this.box.classList.toggle("stale-pictures", isStale);
  }

  // Fits the pictures into the page, or enlarges them by a factor.
  set scale(factor) {
    this.zoom = factor;
    this.resize();
  }

  resize() {
    this.box.classList.toggle("zoomed", this.zoom !== null);
    for (const { image } of this.shown) {
      image.style.width = this.zoom === null ? "" : `${image.naturalWidth * this.zoom}px`;
    }
  }
}

export class Problems {
  constructor() {
    this.box = document.querySelector(".problems");
    this.verdict = document.querySelector("#verdict");
    this.list = document.querySelector("#problems");
    this.all = [];
  }

  // Called with a diagnostic that the reader wants to see, and with one to mend.
  onselect() {}
  onmend() {}

  show(diagnostics) {
    this.all = diagnostics;
    const errors = diagnostics.filter(({ severity }) => severity === "error").length;
    const warnings = diagnostics.length - errors;
    this.box.classList.toggle("found", errors > 0);
    this.box.classList.toggle("warned", errors === 0 && warnings > 0);
    const parts = [];
    if (errors > 0) parts.push(counted(errors, "error"));
    if (warnings > 0) parts.push(counted(warnings, "warning"));
    this.verdict.textContent = parts.length > 0 ? `${parts.join(", ")}.` : "None.";
    this.list.replaceChildren(...diagnostics.map(diagnostic => this.row(diagnostic)));
  }

  row(diagnostic) {
    const row = element("li", diagnostic.severity);
    const message = element("div", "message");
    if (diagnostic.line) {
      const place = element("button", "place", `${diagnostic.line}:${diagnostic.column}`);
      place.type = "button";
      place.setAttribute("aria-label", `Line ${diagnostic.line}, column ${diagnostic.column}`);
      place.addEventListener("click", () => this.onselect(diagnostic));
      message.append(place);
    }
    message.append(sentence(capitalized(diagnostic.message)));
    row.append(message);
    const facts = [diagnostic.label, ...diagnostic.related.map(({ label, line }) => `line ${line}: ${label}`),
      ...diagnostic.notes].filter(fact => fact);
    for (const fact of facts) row.append(element("div", "fact", sentence(fact)));
    diagnostic.help.forEach((help, index) => {
      const text = sentence(capitalized(help));
      if (index > 0 || !diagnostic.replacement) {
        row.append(element("div", "help", text));
        return;
      }
      const fix = element("button", "fix", text);
      fix.type = "button";
      fix.addEventListener("click", () => this.onmend(diagnostic));
      row.append(element("div", "", fix));
    });
    return row;
  }
}
