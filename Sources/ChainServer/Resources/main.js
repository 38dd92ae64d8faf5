// The page: what is typed is sent to the server, and its answer is shown.

import { Completion } from "./completion.js";
import { Editor } from "./editor.js";
import { Pictures, Problems, counted } from "./figures.js";
import { Language, place } from "./language.js";
import { fragment, parse } from "./link.js";

const $ = selector => document.querySelector(selector);
const pause = 80;
const quietBeforeSpeaking = 700;

const load = path => fetch(path).then(response => response.ok ? response : null);
const words = await (await load("words.json")).json();
const examples = await (await load("examples.json")).json();

const language = new Language(words);
const editor = new Editor(language);
new Completion(editor, language);
const pictures = new Pictures();
const problems = new Problems();

// MARK: Choices

const selects = [...document.querySelectorAll("#options select")];
const flags = [...document.querySelectorAll("#options input[name=bold], #options input[name=transparent]")];
const parts = [...document.querySelectorAll("#show input[name=show]")];
const choosesParts = $("#show-chosen");

// What the reader chose here, [name, value] each; the text decides the rest.
function choices() {
  const chosen = selects.filter(select => select.value !== "").map(({ name, value }) => [name, value]);
  if (choosesParts.checked) {
    chosen.push(["show", parts.filter(part => part.checked).map(part => part.value).join(",")]);
  }
  return [...chosen, ...flags.filter(flag => flag.checked).map(flag => [flag.name, "yes"])];
}

// Takes choices from a link, as far as the page offers them.
function choose(chosen) {
  for (const select of selects) {
    const value = chosen.get(select.name) ?? "";
    select.value = [...select.options].some(option => option.value === value) ? value : "";
  }
  for (const flag of flags) flag.checked = chosen.get(flag.name) === "yes";
  const shown = chosen.get("show");
  choosesParts.checked = shown !== null;
  if (shown !== null) for (const part of parts) part.checked = shown.split(",").includes(part.value);
  enableParts();
}

function enableParts() {
  for (const part of parts) part.disabled = !choosesParts.checked;
}

// A value is made of letters, digits and commas, which stand in an address as they are.
const query = chosen => chosen.map(pair => pair.join("=")).join("&");

// MARK: Drawing

let timer;
let request;
let speaking;
// What is wrong with the link, said until something is typed.
let notice = "";

// Says what happened, to the eye at once and to the ear when typing rests.
function say(text, isTrouble = false) {
  clearTimeout(speaking);
  const status = $("#status");
  status.classList.toggle("trouble", isTrouble);
  speaking = setTimeout(() => { status.textContent = text; }, isTrouble ? 0 : quietBeforeSpeaking);
}

function schedule(delay = pause) {
  clearTimeout(timer);
  timer = setTimeout(draw, delay);
}

async function draw() {
  request?.abort();
  request = new AbortController();
  const { signal } = request;
  const text = editor.text;
  document.body.dataset.state = "drawing";
  try {
    const response = await fetch(`figures?${query(choices())}`, { method: "POST", body: text, signal });
    const answer = await response.json();
    if (signal.aborted) return;
    if (answer.error) {
      pictures.isStale = pictures.count > 0;
      problems.show([]);
      say(`No figure: ${answer.error.message}.`, true);
    } else {
      await show(answer, text);
    }
  } catch {
    if (signal.aborted) return;
    say("The server does not answer. Start it again with chaingraph serve.", true);
  }
  if (!signal.aborted) document.body.dataset.state = "done";
}

async function show({ pictures: drawn, left, report }, text) {
  const { diagnostics } = report;
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  problems.show(diagnostics);
  if (editor.text === text) editor.mark(diagnostics);
  // A figure with an error is missing; the last one is of more use than a gap.
  const isStale = errors.length > 0 && drawn.length < pictures.count;
  if (!isStale) {
    await pictures.show(drawn, left);
    offer(drawn);
    const derivations = drawn.map(({ derivation }) => derivation).filter(derivation => derivation);
    $("#derivation").hidden = derivations.length === 0;
    $("#derivation-text").textContent = derivations.join("\n---\n\n");
  }
  pictures.isStale = isStale;
  if (errors.length > 0) {
    const [first] = errors;
    const where = first.line ? `line ${first.line}: ` : "";
    say(`${notice}${counted(errors.length, "error")}; ${where}${first.message.replaceAll("`", "")}.`, true);
  } else if (drawn.length === 1) {
    say(`${notice}Drawn: ${drawn[0].summary}.`, notice !== "");
  } else {
    const done = drawn.length === 0 ? "Nothing to draw yet." : `Drawn: ${counted(drawn.length, "picture")}.`;
    say(notice + done, notice !== "");
  }
}

// Offers the pictures for download.
function offer(drawn) {
  const which = $("#which");
  const old = which.value;
  which.replaceChildren(...drawn.map(({ kind }, index) => {
    const option = document.createElement("option");
    option.value = index + 1;
    option.textContent = `${index + 1}, a ${kind}`;
    return option;
  }));
  which.value = [...which.options].some(option => option.value === old) ? old : "1";
  $("#which-field").hidden = drawn.length < 2;
}

// MARK: Problems

problems.onselect = diagnostic => editor.select(...place(editor.text, diagnostic));

problems.onmend = ({ replacement }) => {
  const [start, end] = place(editor.text, replacement);
  editor.replace(start, end, replacement.text);
};

function goToProblem(step) {
  const located = problems.all.filter(({ line }) => line);
  if (located.length === 0) return;
  const starts = located.map(diagnostic => place(editor.text, diagnostic)[0]);
  const here = editor.area.selectionStart;
  let index = step > 0 ? starts.findIndex(start => start > here) : starts.findLastIndex(start => start < here);
  if (index < 0) index = step > 0 ? 0 : located.length - 1;
  problems.onselect(located[index]);
  const { line, message } = located[index];
  say(`Line ${line}: ${message.replaceAll("`", "")}.`, true);
}

function mend() {
  const mendable = problems.all.filter(({ replacement }) => replacement);
  const here = editor.area.selectionStart;
  const touched = mendable.find(diagnostic => {
    const [start, end] = place(editor.text, diagnostic);
    return start <= here && here <= end;
  });
  const diagnostic = touched ?? mendable[0];
  if (diagnostic) problems.onmend(diagnostic);
}

// MARK: Downloads and links

function save(blob, name) {
  const anchor = document.createElement("a");
  anchor.href = URL.createObjectURL(blob);
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(anchor.href), 10000);
}

const fileNames = { tikz: "figure.tex", latex: "derivation.tex" };

async function download(form) {
  $("#downloads").open = false;
  if (form === "text") {
    save(new Blob([editor.text], { type: "text/plain" }), "figure.txt");
    return;
  }
  const chosen = [["number", $("#which").value || "1"], ...choices()];
  try {
    const response = await fetch(`${form}?${query(chosen)}`, { method: "POST", body: editor.text });
    if (response.ok) {
      const name = fileNames[form] ?? `figure.${form}`;
      save(await response.blob(), name);
      say(`Downloaded ${name}.`);
    } else {
      say(`Nothing to download: ${(await response.json()).error.message}.`, true);
    }
  } catch {
    say("The server does not answer. Start it again with chaingraph serve.", true);
  }
}

async function share() {
  const hash = await fragment(editor.text, choices());
  history.replaceState(null, "", hash);
  const link = $("#link");
  link.value = location.href;
  $("#share-sheet").showModal();
  link.select();
}

async function copy() {
  try {
    await navigator.clipboard.writeText($("#link").value);
  } catch {
    $("#link").select();
    document.execCommand("copy");
  }
  $("#share-sheet").close();
  say("The link is copied.");
}

// Takes the text of the address; false if it has none.
async function follow() {
  try {
    const shared = await parse(location.hash);
    if (shared === null) return false;
    choose(shared.choices);
    editor.text = shared.text;
    return true;
  } catch {
    notice = "The link is broken: its text cannot be read. ";
    schedule();
    return false;
  }
}

// MARK: The page's parts

editor.area.addEventListener("input", () => { notice = ""; });
editor.onchange = () => {
  try { sessionStorage.setItem("text", editor.text); } catch { /* Kept only where it may be. */ }
  schedule();
};

for (const { name, title } of examples) {
  const option = document.createElement("option");
  option.value = name;
  option.textContent = title;
  $("#example").append(option);
}
$("#example").addEventListener("change", event => {
  const example = examples.find(({ name }) => name === event.target.value);
  if (!example) return;
  editor.area.focus();
  // As if it were typed over the text, which can be undone.
  editor.replace(0, editor.text.length, example.text);
  editor.area.setSelectionRange(0, 0);
  event.target.value = "";
});

$("#options").addEventListener("change", () => {
  enableParts();
  schedule(0);
});
$("#as-text").addEventListener("click", () => {
  choose(new URLSearchParams());
  schedule(0);
});
const scales = { "#smaller": 1 / 1.25, "#larger": 1.25 };
for (const [button, factor] of Object.entries(scales)) {
  $(button).addEventListener("click", () => {
    const image = $("#pictures img");
    const now = pictures.zoom ?? (image ? image.width / image.naturalWidth : 1);
    pictures.scale = Math.min(8, Math.max(0.1, now * factor));
    $("#fit").setAttribute("aria-pressed", "false");
  });
}
$("#fit").addEventListener("click", () => {
  pictures.scale = null;
  $("#fit").setAttribute("aria-pressed", "true");
});
$("#downloads").addEventListener("click", event => {
  const form = event.target.dataset.form;
  if (form) download(form);
});
$("#share").addEventListener("click", share);
$("#copy").addEventListener("click", copy);
$("#help").addEventListener("click", () => $("#help-sheet").showModal());

for (const menu of document.querySelectorAll(".menu")) {
  document.addEventListener("pointerdown", event => {
    if (!menu.contains(event.target)) menu.open = false;
  });
  menu.addEventListener("keydown", event => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
}

document.addEventListener("keydown", event => {
  const isCommand = event.ctrlKey || event.metaKey;
  const actions = { ".": mend, s: () => download("svg"), "/": () => editor.comment() };
  if (event.key === "F8") goToProblem(event.shiftKey ? -1 : 1);
  else if (isCommand && event.key in actions) actions[event.key]();
  else return;
  event.preventDefault();
});

window.addEventListener("hashchange", follow);

// A link's text first, then the file's, then what was typed before the page was loaded again.
if (!await follow()) {
  const file = await load("source");
  let kept = null;
  try { kept = sessionStorage.getItem("text"); } catch { /* As for a first visit. */ }
  editor.text = file ? await file.text() : kept ?? examples[0].text;
}
editor.area.focus();
document.body.dataset.ready = "yes";
