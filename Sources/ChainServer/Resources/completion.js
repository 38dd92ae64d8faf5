// A list of the words that may stand at the cursor, opened by a key and gone by any other.

const mostShown = 50;

export class Completion {
  constructor(editor, language) {
    this.editor = editor;
    this.language = language;
    this.list = document.querySelector("#completions");
    this.rows = [];
    this.chosen = 0;
    const area = editor.area;
    area.addEventListener("keydown", event => this.press(event));
    area.addEventListener("input", () => { if (this.isOpen) this.open(); });
    for (const gone of ["blur", "scroll", "pointerdown"]) {
      area.addEventListener(gone, () => this.close());
    }
    this.list.addEventListener("pointerdown", event => {
      event.preventDefault();
      const row = event.target.closest("li");
      if (row) this.accept([...this.list.children].indexOf(row));
    });
  }

  get isOpen() { return !this.list.hidden; }

  // The word before the cursor: [start, end].
  get word() {
    const end = this.editor.area.selectionStart;
    const before = /[\p{L}\p{N}_₀-₉]*$/u.exec(this.editor.text.slice(0, end))[0];
    return [end - before.length, end];
  }

  open() {
    const [start, end] = this.word;
    const text = this.editor.text;
    const prefix = text.slice(start, end).toLowerCase();
    this.rows = this.language.candidates(text.slice(0, start) + text.slice(end), start)
      .filter(([word]) => word.toLowerCase().startsWith(prefix))
      .sort(([a], [b]) => a.localeCompare(b)).slice(0, mostShown);
    if (this.rows.length === 0) { this.close(); return; }
    this.list.replaceChildren(...this.rows.map(([word], index) => {
      const row = document.createElement("li");
      row.id = `completion-${index}`;
      row.setAttribute("role", "option");
      row.textContent = word;
      return row;
    }));
    this.list.hidden = false;
    this.moveTo(start);
    this.choose(0);
  }

  // Puts the list below the place where the word begins.
  moveTo(start) {
    const { area, paper } = this.editor;
    const range = document.createRange();
    const walker = document.createTreeWalker(paper, NodeFilter.SHOW_TEXT);
    let left = start;
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (left <= node.length) {
        range.setStart(node, left);
        range.collapse(true);
        break;
      }
      left -= node.length;
    }
    const box = range.getBoundingClientRect();
    const page = area.getBoundingClientRect();
    const height = parseFloat(getComputedStyle(area).lineHeight);
    const below = box.top - page.top + height;
    const isLow = below + this.list.offsetHeight > page.height && box.top - page.top > page.height / 2;
    const top = isLow ? box.top - page.top - this.list.offsetHeight : below;
    this.list.style.top = `${Math.max(0, top)}px`;
    this.list.style.left =
      `${Math.max(0, Math.min(box.left - page.left, page.width - this.list.offsetWidth))}px`;
  }

  choose(index) {
    this.chosen = (index + this.rows.length) % this.rows.length;
    [...this.list.children].forEach((row, number) => {
      row.setAttribute("aria-selected", String(number === this.chosen));
      if (number === this.chosen) row.scrollIntoView({ block: "nearest" });
    });
    this.editor.area.setAttribute("aria-activedescendant", `completion-${this.chosen}`);
  }

  accept(index) {
    const [start, end] = this.word;
    const [, inserted] = this.rows[index];
    this.close();
    this.editor.replace(start, end, inserted);
  }

  close() {
    this.list.hidden = true;
    this.editor.area.removeAttribute("aria-activedescendant");
  }

  press(event) {
    if (event.key === " " && event.ctrlKey) {
      event.preventDefault();
      this.open();
    } else if (this.isOpen) {
      const steps = { ArrowDown: 1, ArrowUp: -1 };
      if (event.key in steps) this.choose(this.chosen + steps[event.key]);
      else if (event.key === "Enter" || event.key === "Tab") this.accept(this.chosen);
      else if (event.key === "Escape") this.close();
      else {
        if (event.key.startsWith("Arrow") || event.key === "Home" || event.key === "End") this.close();
        return;
      }
      event.preventDefault();
      event.stopPropagation();
    }
  }
}
