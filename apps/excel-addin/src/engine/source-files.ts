import type { Finding, UnreadableKind } from "@taizhang/finding";
import type { Grid } from "@taizhang/grid";
import { recogniseWorkbook, type SheetReading } from "@taizhang/sheet";
import type { readWorkbook } from "@taizhang/xlsx";
import { lateReader, lateTotals } from "./late-reader.ts";
import type { taskTotals } from "./task-totals.ts";

/** A chosen file, and whether it can be used (来源文件). */
export interface FileCard {
  readonly id: number;
  readonly name: string;
  readonly state: "ok" | "noTargets" | "same" | UnreadableKind;
  readonly tasks: number;
  readonly org?: string;
  readonly period?: string;
  /** When the file was last changed, where the browser says so. */
  readonly modified?: number;
  /** Hidden sheets with tasks, which count as well. */
  readonly hidden?: readonly string[];
  /** The file with the same content that was chosen before. */
  readonly sameAs?: string;
}

interface SourceFile {
  readonly card: FileCard;
  readonly grids: readonly Grid[];
  readonly print: string;
  /** As recognised before, by whether targets stand elsewhere: what was read once is not read again (读完的保留). */
  readonly known: Map<boolean, readonly SheetReading[]>;
}

/** The files chosen beside the workbook (来源). */
export interface SourceFiles {
  readonly add: (name: string, bytes: Uint8Array) => Promise<FileCard>;
  readonly remove: (id: number) => void;
  readonly cards: () => readonly FileCard[];
  /** The sheets of a file as recognised. */
  readonly readings: (id: number, targetsElsewhere: boolean) => readonly SheetReading[];
}

const largestFile = 100 * 1024 * 1024;

/** No files yet. */
export function sourceFiles(): SourceFiles {
  const files = new Map<number, SourceFile>();
  let last = 0;
  return {
    add: async (name, bytes) => {
      const [{ readWorkbook: reader }, { taskTotals: totals }] = await Promise.all([
        lateReader(),
        lateTotals(),
      ]);
      const print = await printOf(bytes);
      const twin = [...files.values()].find((one) => one.print === print && one.card.state === "ok");
      const id = ++last;
      const file = twin
        ? twinOf(id, name, print, twin.card.name)
        : read({ reader, totals }, id, name, bytes, print);
      files.set(id, file);
      return file.card;
    },
    remove: (id) => {
      files.delete(id);
    },
    cards: () => [...files.values()].map(({ card }) => card),
    readings: (id, targetsElsewhere) => {
      const file = files.get(id);
      if (file?.card.state !== "ok" && file?.card.state !== "noTargets") return [];
      const readings =
        file.known.get(targetsElsewhere) ??
        recogniseWorkbook(file.grids, file.card.name, { targetsElsewhere });
      file.known.set(targetsElsewhere, readings);
      return readings;
    },
  };
}

const twinOf = (id: number, name: string, print: string, sameAs: string): SourceFile => ({
  card: { id, name, state: "same", tasks: 0, sameAs },
  grids: [],
  print,
  known: new Map(),
});

/** What came late and reads a file. */
interface Readers {
  readonly reader: typeof readWorkbook;
  readonly totals: typeof taskTotals;
}

function read(
  { reader, totals }: Readers,
  id: number,
  name: string,
  bytes: Uint8Array,
  print: string,
): SourceFile {
  const { value, findings } =
    bytes.length > largestFile ? { value: undefined, findings: [] } : reader(bytes, { file: name });
  if (!value)
    return { card: { id, name, state: whyNot(findings), tasks: 0 }, grids: [], print, known: new Map() };
  const readings = recogniseWorkbook(value.sheets, name, { targetsElsewhere: true });
  const tables = readings.flatMap((reading) => reading.tables);
  const org = tables.find((table) => table.org)?.org?.name;
  const period = tables.find((table) => table.period)?.period?.value;
  const hidden = readings.flatMap((reading) =>
    reading.tables.length > 0 && reading.grid.visibility !== "visible" ? [reading.grid.name] : [],
  );
  const tasks = readings.reduce((sum, reading) => sum + totals(reading).tasks, 0);
  return {
    card: {
      id,
      name,
      state: tables.length > 0 ? "ok" : "noTargets",
      tasks,
      ...(org ? { org } : {}),
      ...(period ? { period } : {}),
      ...(hidden.length > 0 ? { hidden } : {}),
    },
    grids: value.sheets,
    print,
    known: new Map([[true, readings]]),
  };
}

function whyNot(findings: readonly Finding[]): UnreadableKind {
  const found = findings.find((one): one is Finding<"F01"> => one.code === "F01");
  return found?.args.kind ?? "tooLarge";
}

/** What tells the content of two files apart. */
async function printOf(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
