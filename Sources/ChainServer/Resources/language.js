// What the words of a text are, for its colours, and where problems lie in it.

const constants = new Set(["pi", "π", "e", "I"]);

// The kinds of tokens that no list of words decides, each tried where a token begins.
const patterns = [
  ["comment", /#.*/uy],
  ["string", /"(?:\\"|[^"])*"?/uy],
  ["number", /(?:\d+(?:\.(?![.*/^]))?\d*|\.\d+)(?:[eE][+-]?\d+)?/uy],
  ["differential", /∂|∇|d(?=[ \t]*(?:\^|[²³([])|[ \t]+\p{L})/uy],
  ["word", /\p{L}[\p{L}\p{N}_₀-₉]*/uy],
  ["blank", /[ \t]+/uy],
];

export class Language {
  constructor(words) {
    this.words = words;
    this.functions = new Set(words.functions);
    this.statements = new Set(words.statements);
    this.properties = new Set(words.properties.flatMap(words => words.split(" ")));
    this.plotOptions = new Set(words.plotOptions);
  }

  // The coloured stretches of a text, in order: [start, end, kind].
  spans(text) {
    const spans = [];
    let start = 0;
    for (const line of text.split("\n")) {
      this.line(line, start, spans);
      start += line.length + 1;
    }
    return spans;
  }

  line(line, start, spans) {
    if (/^[ \t]*---[ \t]*$/.test(line)) {
      spans.push([start, start + line.length, "separator"]);
      return;
    }
    const setting = /^([ \t]*)(set[ \t]+[\w-]+)(?![ \t]*[=:(])/.exec(line);
    let position = 0;
    let isFirst = true;
    let isAfterShape = false;
    if (setting) {
      position = setting[0].length;
      spans.push([start + setting[1].length, start + position, "keyword"]);
      isFirst = false;
    }
    while (position < line.length) {
      const [kind, end] = this.token(line, position);
      const token = line.slice(position, end);
      let color = kind;
      if (kind === "word") {
        color = setting ? "string" : this.color(token, line.slice(end), isFirst, isAfterShape);
      }
      if (token === ":" || token === "∈") isAfterShape = true;
      if (color && kind !== "blank") {
        spans.push([start + position, start + end, color]);
      }
      if (kind !== "blank") isFirst = false;
      position = end;
    }
  }

  token(line, position) {
    for (const [kind, pattern] of patterns) {
      pattern.lastIndex = position;
      const match = pattern.exec(line);
      if (match) return [kind, position + match[0].length];
    }
    const character = String.fromCodePoint(line.codePointAt(position));
    return [null, position + character.length];
  }

  color(word, rest, isFirst, isAfterShape) {
    if (isFirst && this.statements.has(word) && !/^[ \t]*[=:(]/.test(rest)) return "keyword";
    if (this.functions.has(word) && /^[ \t]*\(/.test(rest)) return "function";
    if (isAfterShape && this.properties.has(word)) return "property";
    if (this.plotOptions.has(word) && !/^[ \t]*[=:(]/.test(rest)) return "keyword";
    if (constants.has(word)) return "constant";
    return null;
  }

  // What may stand where a word begins: [word, what is inserted].
  candidates(text, start) {
    const line = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
    if (/^[ \t]*set[ \t]+$/.test(line)) return this.words.settings.map(word => [word, word + " "]);
    const said = text.replace(/"[^"\n]*"?|#.*/g, " ");
    const names = new Set(said.match(/\p{L}[\p{L}\p{N}_₀-₉]*/gu) ?? []);
    const words = new Map();
    if (/^[ \t]*$/.test(line)) for (const word of this.statements) words.set(word, word + " ");
    if (/[:∈]/.test(line)) for (const word of this.words.properties) words.set(word, word);
    if (/^[ \t]*plot\b/.test(line)) for (const word of this.plotOptions) words.set(word, word);
    for (const word of this.functions) words.set(word, word + "(");
    for (const word of names) if (!words.has(word)) words.set(word, word);
    return [...words];
  }
}

const segmenter = globalThis.Intl?.Segmenter
  ? new Intl.Segmenter("en", { granularity: "grapheme" }) : null;

// The place in a text of a line and a column, both from 1; columns count characters as one sees them.
export function offset(text, line, column) {
  let start = 0;
  for (let count = 1; count < line; count += 1) {
    const end = text.indexOf("\n", start);
    if (end < 0) return text.length;
    start = end + 1;
  }
  let end = text.indexOf("\n", start);
  if (end < 0) end = text.length;
  const content = text.slice(start, end);
  if (/^[\x00-\x7f]*$/.test(content)) return Math.min(start + column - 1, end);
  const characters = segmenter
    ? Array.from(segmenter.segment(content), part => part.segment) : Array.from(content);
  return start + characters.slice(0, column - 1).join("").length;
}

// Where a diagnostic, or its replacement, lies in the text: [start, end].
export function place(text, { line, column, endLine, endColumn }) {
  return [offset(text, line, column), offset(text, endLine, endColumn)];
}
