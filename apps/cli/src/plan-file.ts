import { readFile, stat } from "node:fs/promises";
import { extname } from "node:path";
import { text as readStream } from "node:stream/consumers";
import { strFromU8, unzipSync } from "fflate";
import { Parser } from "htmlparser2";

/** A plan's text, or why there is none. `code` is the system's own word where it has one. */
export type PlanText =
  | { readonly text: string; readonly problem?: undefined }
  | { readonly text?: undefined; readonly problem: string };

const largestFile = 50 * 1024 * 1024;
const largestDocument = 200 * 1024 * 1024;

/** The text of a plan: of a .txt, .docx or .html file, or what comes in where the name is "-" (读取计划文本). */
export async function readPlan(file: string): Promise<PlanText> {
  if (file === "-") return { text: await readStream(process.stdin) };
  try {
    const { size } = await stat(file);
    if (size > largestFile) return { problem: `${Math.round(size / 1024 / 1024)} MB` };
    const bytes = new Uint8Array(await readFile(file));
    if (/^\.docx$/i.test(extname(file)) || (bytes[0] === 0x50 && bytes[1] === 0x4b)) return ofDocument(bytes);
    const text = decoded(bytes);
    return { text: /^\.x?html?$/i.test(extname(file)) ? ofPage(text) : text };
  } catch (error) {
    return { problem: (error as NodeJS.ErrnoException).code ?? "?" };
  }
}

/** UTF-8, and the national encoding where it is none. */
function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}

/** The text of a Word document: a line a paragraph, cells of a table parted by tabs. */
function ofDocument(bytes: Uint8Array): PlanText {
  let found = false;
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      const wanted = name === "word/document.xml" && originalSize <= largestDocument;
      found ||= wanted;
      return wanted;
    },
  });
  const body = files["word/document.xml"];
  if (!found || !body) return { problem: "word/document.xml" };
  const lines = new Lines();
  let inText = false;
  let deleted = 0;
  const parser = new Parser(
    {
      onopentagname(name) {
        if (name === "w:t") inText = true;
        else if (name === "w:tab") lines.add("\t");
        else if (name === "w:br" || name === "w:cr") lines.add("\n");
        else if (name === "w:del" || name === "w:moveFrom") deleted += 1;
        else if (name === "w:tr") lines.openRow();
      },
      ontext(text) {
        if (inText && deleted === 0) lines.add(text);
      },
      onclosetag(name) {
        if (name === "w:t") inText = false;
        else if (name === "w:p") lines.endParagraph();
        else if (name === "w:tc") lines.endCell();
        else if (name === "w:tr") lines.endRow();
        else if (name === "w:del" || name === "w:moveFrom") deleted -= 1;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(strFromU8(body));
  return { text: lines.text() };
}

const silent = new Set(["script", "style", "noscript", "head", "template", "select"]);
const blocks = new Set(
  "p div br h1 h2 h3 h4 h5 h6 li ul ol table section article header footer blockquote pre title hr dd dt".split(
    " ",
  ),
);

/** The text of a web page: a line a block, cells of a table parted by tabs. */
function ofPage(html: string): string {
  const lines = new Lines();
  let hidden = 0;
  const parser = new Parser(
    {
      onopentagname(name) {
        if (silent.has(name)) hidden += 1;
        else if (name === "tr") lines.openRow();
        else if (blocks.has(name)) lines.endParagraph();
      },
      ontext(text) {
        if (hidden === 0) lines.add(text.replace(/\s+/g, " "));
      },
      onclosetag(name) {
        if (silent.has(name)) hidden -= 1;
        else if (name === "td" || name === "th") lines.endCell();
        else if (name === "tr") lines.endRow();
        else if (blocks.has(name)) lines.endParagraph();
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  return lines.text();
}

/** Text put together line by line; within a row of a table paragraphs stay on one line. */
class Lines {
  readonly #parts: string[] = [];
  #rows = 0;
  #line = false;

  add(text: string): void {
    const plain = this.#rows > 0 ? text.replace(/[\n\t]/g, " ") : text;
    if (plain === "") return;
    this.#parts.push(plain);
    if (plain.trim() !== "") this.#line = true;
  }
  endParagraph(): void {
    if (this.#rows > 0) this.add(" ");
    else if (this.#line) this.#parts.push("\n");
    if (this.#rows === 0) this.#line = false;
  }
  openRow(): void {
    if (this.#rows === 0) this.endParagraph();
    this.#rows += 1;
  }
  endCell(): void {
    if (this.#rows === 1) this.#parts.push("\t");
  }
  endRow(): void {
    this.#rows = Math.max(0, this.#rows - 1);
    if (this.#rows === 0) this.#parts.push("\n");
    this.#line = false;
  }
  text(): string {
    return this.#parts
      .join("")
      .split("\n")
      .map((line) => line.replace(/ *\t */g, "\t").replace(/\t+$/, ""))
      .join("\n");
  }
}
