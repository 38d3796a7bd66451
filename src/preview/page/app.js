// What the server says of the brief -> the page: sheets that are replaced layer by layer, findings, explanations.
// No markup is ever made of data: every text goes in as text.
"use strict";

const byId = (id) => document.getElementById(id);
const pages = byId("pages");
const list = byId("findings");
const sheets = new Map(); // "ar/0" -> {element, drawing, layers, told}
const LONGEST = 90; // letters of a text in the name of its mark

let words = {};
let state = null;
let zoom = Number(sessionStorage.getItem("zoom")) || 1;
let opened = null; // {value, words, from} of the panel

function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === false) continue;
    if (key === "class") element.className = value;
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

// Gives an element these children. Those that are where they belong are not touched, so that nothing scrolls, blinks or
// loses its focus, and little has to be laid out anew.
function arrange(parent, children) {
  const kept = new Set(children);
  for (const child of [...parent.children]) if (!kept.has(child)) child.remove();
  children.forEach((child, at) => {
    const there = parent.children[at];
    if (there !== child) parent.insertBefore(child, there ?? null);
  });
}

const filled = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
const shownLanguages = () => state.languages.filter((it) => it.shown);
const isText = (value) => value.startsWith("text.");

// A message with what stands in backticks as code, in its own direction.
function said(text) {
  return text.split("`").map((part, at) => (at % 2 ? make("code", { dir: "auto" }, part) : part));
}

// A path breaks after its slashes only. In the file that is named above, the last part is enough.
function place(it, above = null) {
  const parts = (it.file === above ? it.file.split("/").slice(-1) : it.file.split("/")).map((part) => `${part}/`);
  parts[parts.length - 1] = `${parts.at(-1).slice(0, -1)}:${it.line}:${it.column}`;
  const pieces = parts.flatMap((part) => [make("span", {}, part), make("wbr")]);
  return make("code", { class: "place", dir: "ltr", title: it.file }, ...pieces);
}

const layered = (layer) => make("span", { class: "layer" }, "(", make("bdi", {}, layer), ")");

/* ---- from the server ---- */

// Each state comes by itself; only other languages are asked for.
function listen() {
  const events = new EventSource("events");
  events.onmessage = (event) => receive(JSON.parse(event.data));
  events.onerror = () => status("lost", words.lost);
}

async function show(languages) {
  const answer = await fetch(`state.json?show=${encodeURIComponent(languages.join(","))}`).catch(() => null);
  if (answer?.ok) receive(await answer.json());
  else status("lost", words.lost);
}

// What was asked for may overtake what was told before it.
function receive(told) {
  if (!state || told.version >= state.version) render(told);
}

/* ---- the whole page ---- */

async function render(told) {
  const before = state;
  state = told;
  document.title = `${told.title} · ${words.title}`;
  byId("title").textContent = told.title;
  byId("edition").textContent = told.title === told.edition ? "" : told.edition;
  renderLanguages();
  renderBanner();
  renderFindings();
  const renewed = renderSheets();
  renderMarks();
  renderCounts();
  if (before && (before.errors !== told.errors || before.warnings !== told.warnings)) {
    announce(`${filled(words.errors, { n: told.errors })}, ${filled(words.warnings, { n: told.warnings })}`);
  } else if (before && renewed.names.length && told.sound) {
    announce(filled(words.renewed, { list: renewed.names.join(", ") }));
  }
  if (opened && !byId("explain").hidden) explain(opened.value, opened.words, opened.from, true);
  await draw(renewed.sheets);
  document.dispatchEvent(new CustomEvent("mujaz:shown", { detail: { version: told.version } }));
}

function announce(text) {
  byId("live").textContent = text;
}

function status(kind, text) {
  const element = byId("status");
  element.dataset.kind = kind;
  element.lastElementChild.textContent = text;
}

function renderBanner() {
  const languages = shownLanguages();
  const waits = !state.read || (state.sound && languages.some((it) => !it.current));
  const any = languages.some((it) => it.pages);
  const banner = byId("banner");
  banner.hidden = !state.read || state.sound;
  banner.lastElementChild.textContent = any ? words.broken : words.broken_first;
  document.body.classList.toggle("broken", state.read && !state.sound);
  const empty = byId("empty");
  empty.hidden = any;
  empty.textContent = state.read ? (state.sound ? words.setting : words.broken_first) : words.reading;
  if (!state.read) status("wait", words.reading);
  else if (!state.sound) status("bad", words.not_sound);
  else if (waits) status("wait", words.setting);
  else status("good", words.current);
}

function renderLanguages() {
  const group = byId("languages");
  const now = JSON.stringify(state.languages.map((it) => [it.lang, it.name]));
  if (group.dataset.now !== now) {
    group.dataset.now = now;
    group.replaceChildren(
      ...state.languages.map((it) => {
        const button = make("button", { type: "button", lang: it.lang, dir: it.dir }, it.name);
        button.addEventListener("click", () => toggle(it.lang));
        return button;
      }),
    );
  }
  state.languages.forEach((it, at) => group.children[at].setAttribute("aria-pressed", String(it.shown)));
}

function toggle(lang) {
  const now = shownLanguages().map((it) => it.lang);
  const next = now.includes(lang) ? now.filter((it) => it !== lang) : [...now, lang];
  // Side by side means two: the one that was shown longest makes room.
  show((next.length ? next : now).slice(-2));
}

/* ---- sheets ---- */

function renderSheets() {
  // A language stands on the side from which it is read.
  const own = document.documentElement.dir;
  const languages = shownLanguages().sort((a, b) => (a.dir !== own) - (b.dir !== own));
  const rows = Math.max(0, ...languages.map((it) => it.pages?.length ?? 0));
  const wanted = [];
  const renewed = { names: [], sheets: [] };
  for (let row = 0; row < rows; row += 1) {
    languages.forEach((language, column) => {
      const page = language.pages?.[row];
      if (!page) return;
      const key = `${language.lang}/${row}`;
      wanted.push(key);
      const sheet = sheets.get(key) ?? sheetFor(key);
      sheet.element.style.setProperty("--row", row + 1);
      sheet.element.style.setProperty("--column", column + 1);
      const told = JSON.stringify([page, language.pages.length, language.name]);
      if (sheet.told === told) return;
      sheet.told = told;
      sheet.words = page.text;
      const name = filled(words.page, { n: row + 1, all: language.pages.length, lang: language.name });
      sheet.drawing.style.aspectRatio = `${page.size[0]} / ${page.size[1]}`;
      sheet.drawing.setAttribute("aria-label", name);
      sheet.caption.textContent = name;
      sheet.text.lang = language.lang;
      sheet.text.dir = language.dir;
      sheet.marks.dir = language.dir;
      const lines = [...sheet.text.children];
      arrange(sheet.text, page.text.split("\n").map((line, at) =>
        lines[at]?.textContent === line ? lines[at] : make("p", {}, line)));
      placeMarks(sheet, page.marks, language);
      const layers = page.layers.map((it) => it.drawing).join(" ");
      if (sheet.layers !== layers) {
        sheet.layers = layers;
        sheet.areas = page.layers;
        renewed.names.push(row + 1);
        renewed.sheets.push(sheet);
      }
    });
  }
  for (const [key, sheet] of sheets) {
    if (wanted.includes(key)) continue;
    inView.unobserve(sheet.element);
    sheets.delete(key);
  }
  arrange(pages, [byId("empty"), ...wanted.map((key) => sheets.get(key).element)]);
  pages.style.setProperty("--columns", Math.max(1, languages.length));
  renewed.names = [...new Set(renewed.names)];
  return renewed;
}

// Which sheets are in view. To be told costs no layout in between, as asking would.
const inView = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) target.dataset.seen = isIntersecting ? "yes" : "no";
});

// Draws what is in view, and then, once that has been painted, the rest.
async function draw(renewed) {
  const first = renewed.filter((sheet) => sheet.element.dataset.seen !== "no");
  await Promise.all(first.map(layer));
  requestAnimationFrame(() => setTimeout(() => renewed.filter((it) => !first.includes(it)).forEach(layer), 30));
}

// The image of a layer, as large as the page; cut to what it shows, it costs less to paint.
function imageOf(drawing, [x, y, width, height]) {
  const told = state.drawings?.[drawing];
  const src = told ? `data:image/svg+xml,${encodeURIComponent(told)}` : `drawing/${drawing}.svg`;
  const image = make("img", { alt: "", "data-layer": drawing, src });
  image.style.clipPath = `inset(${y}% ${100 - x - width}% ${100 - y - height}% ${x}%)`;
  return image;
}

// Gives a sheet its layers; those that it has stay. All that are new are put in together, once they can be painted.
async function layer(sheet) {
  const layers = sheet.layers;
  const known = new Map([...sheet.drawing.children].map((image) => [image.dataset.layer, image]));
  const images = sheet.areas.map(({ drawing, area }) => {
    const image = known.get(drawing) ?? imageOf(drawing, area);
    known.delete(drawing);
    return image;
  });
  // A layer that was renewed meanwhile is not there any more; the next state names the newer one.
  await Promise.all(images.filter((it) => !it.isConnected).map((it) => it.decode().catch(() => undefined)));
  if (sheet.layers !== layers) return;
  arrange(sheet.drawing, images);
  sheet.element.dataset.layers = layers;
}

function sheetFor(key) {
  const caption = make("h2", { id: `caption-${key.replace("/", "-")}` });
  const drawing = make("div", { class: "drawing", role: "img" });
  const marks = make("div", { class: "marks" });
  const text = make("div", { class: "unseen" });
  const paper = make("div", { class: "paper" }, drawing, marks, text);
  const element = make("article", { class: "page", "aria-labelledby": caption.id }, paper, caption);
  const sheet = { element, caption, drawing, marks, text, layers: "", areas: [], told: null };
  sheets.set(key, sheet);
  inView.observe(element);
  return sheet;
}

function placeMarks(sheet, marks, language) {
  const focused = sheet.marks.contains(document.activeElement) ? document.activeElement.dataset.value : null;
  const before = new Map([...sheet.marks.children].map((element) => [element.told, element]));
  const known = new Set();
  const elements = marks.map((mark) => {
    const text = isText(mark.value);
    // A text has a mark for each of its lines; one of them is enough for the keyboard and for readers aloud.
    const first = !text || !known.has(mark.value);
    known.add(mark.value);
    const told = JSON.stringify([mark, first, language.lang]);
    const same = before.get(told);
    before.delete(told);
    if (same) return same;
    const shown = mark.words.length > LONGEST ? `${mark.words.slice(0, LONGEST)} …` : mark.words;
    const label = filled(text ? words.text : words.value, { words: shown.replaceAll("\n", " ") });
    const element = first
      ? make("button", { type: "button", class: "mark", tabindex: "-1", "aria-label": label, lang: language.lang })
      : make("div", { class: "mark", "aria-hidden": "true" });
    element.classList.add(text ? "of-text" : "of-value");
    element.told = told;
    element.dataset.value = mark.value;
    element.dataset.name = label;
    const [x, y, width, height] = mark.area;
    Object.assign(element.style, { left: `${x}%`, top: `${y}%`, width: `${width}%`, height: `${height}%` });
    element.addEventListener("click", () => explain(mark.value, mark.words, element));
    return element;
  });
  arrange(sheet.marks, elements);
  // One stop for the Tab key in each sheet.
  if (!sheet.marks.querySelector("button[tabindex='0']")) {
    const first = sheet.marks.querySelector("button.of-value") ?? sheet.marks.querySelector("button");
    if (first) first.tabIndex = 0;
  }
  if (focused && !sheet.marks.contains(document.activeElement)) elements.find((it) => it.dataset.value === focused)?.focus({ preventScroll: true });
}

// Shows on the sheets which values findings are about.
function renderMarks() {
  const worst = new Map();
  for (const finding of state.findings) {
    for (const value of finding.values) {
      if (worst.get(value) !== "error") worst.set(value, finding.severity);
    }
  }
  for (const mark of pages.querySelectorAll(".mark")) {
    const severity = worst.get(mark.dataset.value) ?? "";
    if ((mark.dataset.severity ?? "") === severity) continue;
    mark.dataset.severity = severity;
    const name = severity ? `${mark.dataset.name} (${words[severity]})` : mark.dataset.name;
    if (mark.localName === "button") mark.setAttribute("aria-label", name);
  }
}

/* ---- findings ---- */

function renderCounts() {
  const counts = byId("counts");
  const count = (kind, sign, text) =>
    make("span", { class: kind }, make("span", { class: "sign", "aria-hidden": "true" }, sign), text);
  counts.replaceChildren(
    ...[
      state.errors > 0 && count("error", "✕", filled(words.errors, { n: state.errors })),
      state.warnings > 0 && count("warning", "!", filled(words.warnings, { n: state.warnings })),
    ].filter(Boolean),
  );
}

function renderFindings() {
  const now = JSON.stringify([state.findings, state.read]);
  if (list.dataset.now === now) return;
  list.dataset.now = now;
  const focused = [...list.children].indexOf(document.activeElement?.closest?.("#findings > li"));
  list.replaceChildren(...state.findings.map(findingItem));
  if (!state.findings.length) {
    list.append(make("li", { class: "nothing" }, state.read ? words.nothing : words.reading));
  }
  if (focused >= 0) list.children[Math.min(focused, list.children.length - 1)]?.querySelector("button")?.focus();
}

function findingItem(finding) {
  const severity = words[finding.severity] ?? finding.severity;
  const places = finding.places.map((it) =>
    make("li", {}, place(it), ...(it.label ? [" ", make("span", { class: "label" }, ...said(it.label))] : [])),
  );
  const head = make(
    "button",
    { type: "button", class: "finding-head" },
    make("span", { class: "sign", "aria-hidden": "true" }, finding.severity === "error" ? "✕" : "!"),
    make("span", { class: "word" }, severity),
    make("code", { dir: "ltr" }, finding.code),
    make("span", { class: "message" }, ...said(finding.message)),
  );
  head.addEventListener("click", () => reveal(finding));
  return make(
    "li",
    { class: finding.severity },
    head,
    places.length ? make("ul", { class: "places" }, ...places) : null,
    finding.help.length ? make("ul", { class: "help" }, ...finding.help.map((it) => make("li", {}, ...said(it)))) : null,
    finding.values.length ? make("p", { class: "on-pages" }, filled(words.on_pages, { n: finding.values.length })) : null,
  );
}

// Brings the first place of a finding on the sheets into view.
function reveal(finding) {
  const marks = [...pages.querySelectorAll("button.mark")].filter((it) => finding.values.includes(it.dataset.value));
  for (const lit of pages.querySelectorAll(".mark.lit")) lit.classList.remove("lit");
  for (const mark of pages.querySelectorAll(".mark")) {
    mark.classList.toggle("lit", finding.values.includes(mark.dataset.value));
  }
  if (marks.length) focusMark(marks[0]);
}

/* ---- where a value comes from ---- */

async function explain(value, printed, from, again = false) {
  opened = { value, words: printed, from };
  const answer = await fetch(`explain.json?path=${encodeURIComponent(value)}`).catch(() => null);
  if (!answer?.ok || opened?.value !== value) return;
  const told = await answer.json();
  const body = byId("explain-body");
  // What every key has in common stands once, above them.
  const { file, layer } = told.place;
  const step = (it) =>
    make(
      "li",
      {},
      it.path ? make("h3", {}, make("code", { dir: "ltr" }, it.path)) : null,
      make(
        "ol",
        { class: "chain" },
        ...it.chain.map((from, at) =>
          make(
            "li",
            {},
            make("pre", { dir: "auto" }, from.text),
            make(
              "p",
              {},
              make("span", { class: "role" }, at ? words.replaced : words.set),
              " ",
              place(from, file),
              ...(from.layer === layer ? [] : [" ", layered(from.layer)]),
            ),
          ),
        ),
      ),
    );
  const about = state.findings.filter((it) => it.values.includes(value));
  body.replaceChildren(
    ...(isText(value) ? [] : [make("p", { class: "printed", dir: "auto" }, printed)]),
    make("p", { class: "path" }, make("code", { dir: "ltr" }, told.path)),
    make("p", { class: "path" }, place(told.place), " ", layered(layer)),
    ...(told.derived ? [make("p", { class: "derived" }, ...said(filled(words.derived, { path: told.derived })))] : []),
    make("ul", { class: "steps" }, ...told.steps.map(step)),
    ...(about.length
      ? [make("h3", {}, words.about), make("ul", { class: "about" }, ...about.map((it) =>
          make("li", { class: it.severity }, make("span", { class: "sign", "aria-hidden": "true" },
            it.severity === "error" ? "✕" : "!"), make("span", {}, `${words[it.severity]}: `, ...said(it.message)))))]
      : []),
  );
  for (const mark of pages.querySelectorAll(".mark")) mark.classList.toggle("lit", mark.dataset.value === value);
  byId("explain").hidden = false;
  if (!again) byId("explain-title").focus();
}

function closeExplain() {
  if (byId("explain").hidden) return false;
  byId("explain").hidden = true;
  for (const lit of pages.querySelectorAll(".mark.lit")) lit.classList.remove("lit");
  const from = opened?.from.isConnected ? opened.from : pages.querySelector(`[data-value="${CSS.escape(opened.value)}"]`);
  opened = null;
  (from?.localName === "button" ? from : pages).focus({ preventScroll: true });
  return true;
}

/* ---- moving about ---- */

function focusMark(mark) {
  for (const other of mark.parentElement.querySelectorAll("button[tabindex='0']")) other.tabIndex = -1;
  mark.tabIndex = 0;
  mark.scrollIntoView({ block: "center", inline: "nearest" });
  mark.focus({ preventScroll: true });
}

// The next or previous of some elements after the one that has the focus, or after what is in view.
function step(elements, by, focus) {
  if (!elements.length) return;
  const at = elements.findIndex((it) => it.contains(document.activeElement));
  let next = at + by;
  if (at < 0) {
    const seen = elements.findIndex((it) => it.getBoundingClientRect().bottom > 80);
    next = by > 0 ? Math.max(seen, 0) : Math.max(seen, 0) - 1;
  }
  focus(elements[(next + elements.length) % elements.length]);
}

function nextPage(by) {
  const all = [...pages.querySelectorAll(":scope > article")];
  const top = byId("pages").getBoundingClientRect().top;
  const tops = all.map((it) => Math.round(it.getBoundingClientRect().top));
  const line = Math.max(top, document.querySelector(".bar").getBoundingClientRect().bottom) + 12;
  const next = by > 0 ? all.find((_, at) => tops[at] > line + 20) : all.findLast((_, at) => tops[at] < line - 20);
  next?.scrollIntoView({ block: "start" });
}

function setZoom(by) {
  zoom = Math.min(2.5, Math.max(0.4, Math.round((zoom + by) * 10) / 10));
  sessionStorage.setItem("zoom", zoom);
  pages.style.setProperty("--zoom", zoom);
}

const KEYS = {
  j: () => step([...list.querySelectorAll(".finding-head")], 1, (it) => it.focus()),
  k: () => step([...list.querySelectorAll(".finding-head")], -1, (it) => it.focus()),
  n: () => nextPage(1),
  p: () => nextPage(-1),
  f: () => step([...pages.querySelectorAll("button.of-value")], 1, focusMark),
  F: () => step([...pages.querySelectorAll("button.of-value")], -1, focusMark),
  t: () => step([...pages.querySelectorAll("button.of-text")], 1, focusMark),
  T: () => step([...pages.querySelectorAll("button.of-text")], -1, focusMark),
  "+": () => setZoom(0.1),
  "-": () => setZoom(-0.1),
  "?": () => byId("keys").showModal(),
};

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.key === "Escape") {
    if (!byId("keys").open && closeExplain()) event.preventDefault();
    return;
  }
  if (!byId("single").checked || byId("keys").open || event.target.closest("input, select, textarea")) return;
  const mark = event.target.closest("button.mark");
  const along = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (mark && along) {
    step([...mark.parentElement.querySelectorAll("button.mark")], along, focusMark);
  } else if (/^[1-9]$/.test(event.key) && state) {
    const language = state.languages[Number(event.key) - 1];
    if (!language) return;
    toggle(language.lang);
  } else if (KEYS[event.key]) {
    if (event.key.match(/[jk]/)) unfold(true);
    KEYS[event.key]();
  } else return;
  event.preventDefault();
}

// On narrow screens the findings are folded away.
function unfold(open) {
  byId("side").classList.toggle("open", open);
  byId("fold").setAttribute("aria-expanded", String(open));
  byId("fold").textContent = open ? words.hide : words.show;
}

async function begin() {
  words = await (await fetch("words.json")).json();
  document.addEventListener("keydown", onKey);
  byId("smaller").addEventListener("click", () => setZoom(-0.1));
  byId("larger").addEventListener("click", () => setZoom(0.1));
  byId("keys-button").addEventListener("click", () => byId("keys").showModal());
  byId("keys-close").addEventListener("click", () => byId("keys").close());
  byId("explain-close").addEventListener("click", closeExplain);
  byId("fold").addEventListener("click", () => unfold(!byId("side").classList.contains("open")));
  byId("single").checked = localStorage.getItem("single") !== "no";
  byId("single").addEventListener("change", (event) => localStorage.setItem("single", event.target.checked ? "yes" : "no"));
  setZoom(0);
  listen();
}

begin();
