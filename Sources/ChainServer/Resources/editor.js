// A text area with colours and wavy lines painted behind it: to the reader, the keyboard and a
// screen reader it stays a text area.

import { place } from "./language.js";

// Longer texts are painted in one colour, so that typing stays quick.
const longestColoured = 40000;

export class Editor {
  constructor(language) {
    this.language = language;
    this.area = document.querySelector("#text");
    this.paper = document.querySelector("#paint");
    this.numbers = document.querySelector("#numbers");
    this.marks = [];
    this.area.addEventListener("input", () => {
      // Until the new text is judged, marks would stand in the wrong places.
      this.marks = [];
      this.paint();
      this.onchange();
    });
    this.area.addEventListener("scroll", () => this.follow());
  }

  onchange() {}

  get text() { return this.area.value; }

  // Replaces the whole text, as a link or an example does.
  set text(text) {
    this.area.value = text;
    this.area.setSelectionRange(0, 0);
    this.area.scrollTo(0, 0);
    this.marks = [];
    this.paint();
    this.onchange();
  }

  // Marks the diagnostics that have a place: the text must be the one they were found in.
  mark(diagnostics) {
    this.marks = diagnostics.filter(diagnostic => diagnostic.line).map(diagnostic => {
      let [start, end] = place(this.text, diagnostic);
      if (end <= start) {
        // A mark of no width is seen at the character beside it.
        if (start < this.text.length && this.text[start] !== "\n") end = start + 1;
        else start = Math.max(0, end - 1);
      }
      return { start, end, line: diagnostic.line, severity: diagnostic.severity };
    });
    this.paint();
  }

  paint() {
    const text = this.text;
    const spans = text.length > longestColoured ? [] : this.language.spans(text);
    const cuts = new Set([0, text.length]);
    for (const [start, end] of spans) cuts.add(start).add(end);
    for (const { start, end } of this.marks) cuts.add(start).add(end);
    const places = [...cuts].sort((a, b) => a - b);
    const pieces = document.createDocumentFragment();
    let next = 0;
    for (let index = 0; index + 1 < places.length; index += 1) {
      const [start, end] = [places[index], places[index + 1]];
      while (next < spans.length && spans[next][1] <= start) next += 1;
      const span = spans[next] && spans[next][0] <= start ? spans[next][2] : "";
      const mark = this.marks.filter(mark => mark.start <= start && end <= mark.end);
      const severity = mark.some(mark => mark.severity === "error") ? "in-error"
        : mark.length > 0 ? "in-warning" : "";
      const classes = [span, severity].filter(name => name).join(" ");
      const content = document.createTextNode(text.slice(start, end));
      if (classes) {
        const piece = document.createElement("span");
        piece.className = classes;
        piece.append(content);
        pieces.append(piece);
      } else {
        pieces.append(content);
      }
    }
    // A last line without characters has its height too.
    pieces.append("\n");
    this.paper.replaceChildren(pieces);
    this.number(text);
    this.follow();
  }

  number(text) {
    const wrong = new Set(this.marks.map(mark => mark.line));
    const lines = document.createDocumentFragment();
    const count = text.split("\n").length;
    for (let line = 1; line <= count; line += 1) {
      if (wrong.has(line)) {
        const number = document.createElement("b");
        number.textContent = line;
        lines.append(number, "\n");
      } else {
        lines.append(`${line}\n`);
      }
    }
    this.numbers.replaceChildren(lines);
  }

  follow() {
    const { scrollLeft, scrollTop } = this.area;
    this.paper.style.transform = `translate(${-scrollLeft}px, ${-scrollTop}px)`;
    this.numbers.style.transform = `translateY(${-scrollTop}px)`;
  }

  select(start, end) {
    this.area.focus();
    this.area.setSelectionRange(start, end);
    const line = this.text.slice(0, start).split("\n").length - 1;
    const height = parseFloat(getComputedStyle(this.area).lineHeight);
    const top = line * height;
    const { scrollTop, clientHeight } = this.area;
    if (top < scrollTop || top + 2 * height > scrollTop + clientHeight) {
      this.area.scrollTop = Math.max(0, top - clientHeight / 2);
    }
  }

  // Replaces a stretch as if it were typed, so that it can be undone.
  replace(start, end, text) {
    this.area.focus();
    this.area.setSelectionRange(start, end);
    const isDone = text === "" ? start === end || document.execCommand("delete")
      : document.execCommand("insertText", false, text);
    if (!isDone) {
      this.area.setRangeText(text, start, end, "end");
      this.area.dispatchEvent(new Event("input"));
    }
  }

  // Makes the selected lines comments, or text again where all are comments.
  comment() {
    const { selectionStart, selectionEnd } = this.area;
    const text = this.text;
    const start = text.lastIndexOf("\n", selectionStart - 1) + 1;
    let end = text.indexOf("\n", selectionEnd);
    if (end < 0) end = text.length;
    const lines = text.slice(start, end).split("\n");
    const isComment = lines.every(line => /^\s*(#|$)/.test(line));
    const changed = lines.map(line => isComment ? line.replace(/^(\s*)# ?/, "$1") : `# ${line}`);
    this.replace(start, end, changed.join("\n"));
    this.area.setSelectionRange(start, start + changed.join("\n").length);
  }
}
