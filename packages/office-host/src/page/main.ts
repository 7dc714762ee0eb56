import { hostInFrame } from "../browser/xdm-host.ts";
import { addinFormulas } from "../calculate/addin-formulas.ts";
import { startCalculator } from "../calculate/start-calculator.ts";
import { OfficeHost } from "../host.ts";
import { actor } from "../model/actor.ts";
import { blockRef } from "../model/address.ts";
import { activeSheet, type Book } from "../model/book.ts";
import { adoptSheets, openBook } from "../model/file.ts";
import { applyLooks, type WorkbookLooks } from "../model/looks.ts";
import { recalculateAll } from "../model/writing.ts";
import { functionsOf } from "./addin-functions.ts";
import { gridView } from "./grid-view.ts";
import { hands } from "./hands.ts";
import { drawRibbon } from "./ribbon.ts";
import { words } from "./words.ts";

/** What the server says of this page. */
interface Setup {
  readonly files: readonly string[];
  readonly addin: string;
  readonly manifest: string;
  readonly requirements: Readonly<Record<string, string>>;
}

const get = async (path: string): Promise<Response> => {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response;
};
const need = <T extends HTMLElement>(id: string): T => document.querySelector<T>(`#${id}`) as T;

/** A workbook with its looks. */
async function openFile(name: string, at: number): Promise<Book> {
  const bytes = await (await get(`/workbooks/${at}.xlsx`)).arrayBuffer();
  const book = openBook(new Uint8Array(bytes), name);
  applyLooks(book, (await (await get(`/workbooks/${at}.json`)).json()) as WorkbookLooks);
  return book;
}

/** The page: the workbook at the left, the add-in at the right, one host between them. */
async function start(): Promise<void> {
  const asked = new URLSearchParams(location.search);
  const language = asked.get("lang") === "en" ? "en-US" : "zh-CN";
  const say = language === "en-US" ? words.en : words["zh-CN"];
  document.documentElement.lang = language;
  document.body.style.setProperty("--pane", `${Number(asked.get("pane") ?? 350)}px`);
  const setup = (await (await get("/setup.json")).json()) as Setup;
  const [book, ...others] = await Promise.all(setup.files.map(openFile));
  if (!book) throw new Error("no workbook");
  for (const other of others) adoptSheets(book, other);
  book.calculator = await startCalculator("/ironcalc.wasm");
  const host = new OfficeHost(book);
  const user = actor(book);

  need("file").textContent = book.name;
  need("hint").textContent = say.hint;
  need("ribbon").setAttribute("aria-label", say.ribbon);
  need("tabs").setAttribute("aria-label", say.tabs);
  need("pane").setAttribute("aria-label", say.pane);
  const bar = need<HTMLInputElement>("formula");
  bar.setAttribute("aria-label", say.formula);
  need("formula-bar").setAttribute("aria-label", say.formula);
  const view = gridView(book, need("sheet"));
  const refuse = (): void => {
    need("hint").textContent = say.protectedCell;
  };
  const hand = hands(host, user, view, refuse);
  bar.addEventListener("focus", () => {
    host.editing = true;
  });
  bar.addEventListener("blur", () => {
    host.editing = false;
  });
  bar.addEventListener("keydown", (event) => {
    if (event.isComposing || (event.key !== "Enter" && event.key !== "Escape")) return;
    host.editing = false;
    if (event.key === "Enter" && bar.value !== hand.activeText()) hand.enter(bar.value);
    view.element.focus();
  });

  // the keyboard that the pane gives back goes to the cells, as in Excel
  window.addEventListener("focus", () => {
    if (document.activeElement === document.body) view.element.focus();
  });

  let waiting = false;
  const draw = (): void => {
    waiting = false;
    const sheet = activeSheet(book);
    view.draw();
    need("address").textContent = sheet.selection.map(blockRef).join(",");
    if (document.activeElement !== bar) bar.value = hand.activeText();
    need("tabs").replaceChildren(
      ...book.sheets
        .filter(({ visibility }) => visibility === "Visible")
        .map(({ name, id, tabColor }) => {
          const tab = document.createElement("button");
          tab.type = "button";
          tab.textContent = name;
          tab.setAttribute("aria-current", String(id === book.activeId));
          if (tabColor) tab.style.borderBottomColor = tabColor;
          tab.addEventListener("click", () => user.activate(name));
          return tab;
        }),
    );
  };
  /** All changes of one turn are drawn together. */
  const drawSoon = (): void => {
    if (!waiting) requestAnimationFrame(draw);
    waiting = true;
  };
  book.events.listen((event) => {
    if (event.kind === "activated") view.element.scrollTo(0, 0);
    if (event.kind === "selection" || event.kind === "activated") {
      const [block] = activeSheet(book).selection;
      if (block) requestAnimationFrame(() => view.reveal(block.top, block.left));
    }
    drawSoon();
  });
  let windows = 0;
  host.onDone(() => {
    if (book.windows.length > windows) need("hint").textContent = say.window;
    windows = book.windows.length;
    drawSoon();
  });
  draw();

  const frame = hostInFrame(host, need("pane"), {
    addin: setup.addin,
    language,
    requirements: setup.requirements,
  });
  const manifest = setup.manifest === "" ? "" : await get(setup.manifest).then((response) => response.text());
  const folder = setup.addin.replace(/[^/]*$/, "");
  if (manifest !== "")
    drawRibbon(need("ribbon"), manifest, language, folder, (action) => void frame.runCommand(action));
  const functions =
    manifest === "" ? undefined : await functionsOf(manifest, host, (file) => get(`${folder}${file}`));
  if (functions) {
    const onAnswer = (): void => {
      recalculateAll(book);
      drawSoon();
    };
    book.addinFormulas = addinFormulas({ ...functions, onAnswer });
    onAnswer();
  }
  // for the browser tests
  Object.assign(window, { taizhangPage: { host, book, user, other: actor(book, "Remote"), frame } });
  document.body.dataset.ready = "true";
}

void start();
