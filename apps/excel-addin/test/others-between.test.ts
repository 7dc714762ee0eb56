import { openBook } from "@taizhang/office-host";
import { describe, expect, test } from "vitest";
import { exampleBytes } from "./example-bytes.ts";
import { excelWith, paneIn } from "./excel-pane.ts";
import { type Excel, file, type Operation, operations } from "./operations.ts";

const beside = "他人写的";
/** What we add sheets as. */
const ours = ["台账设置", "检查结果", "汇总", "汇总来源", "任务办理情况"];

/** What another user does just before one of our batches, and what of it must stand whatever we do. */
const doings: readonly {
  readonly what: string;
  readonly do: (excel: Excel) => void;
  readonly stands: (excel: Excel, added: readonly string[]) => boolean;
}[] = [
  {
    what: "在旁边填一格",
    do: ({ other }) => other.type("月报表", "Z99", beside),
    stands: (excel) => valueIn(excel, "月报表", 98, 25) === beside,
  },
  {
    what: "给表改名",
    do: ({ other }) => other.renameSheet("月报表", "十月"),
    stands: ({ book }) => book.sheets.some(({ name }) => name === "十月"),
  },
  {
    what: "删了那张表",
    do: ({ other }) => {
      other.addSheet("备用");
      other.deleteSheet("月报表");
    },
    stands: ({ book }) => !book.sheets.some(({ name }) => name === "月报表"),
  },
  {
    what: "加了与我们同名的表",
    do: ({ book, other }) => {
      for (const name of ours)
        if (!book.sheets.some((sheet) => sheet.name === name)) {
          other.addSheet(name);
          other.type(name, "A1", `${beside}${name}`);
        }
    },
    stands: (excel, added) => added.every((name) => valueIn(excel, name, 0, 0) === `${beside}${name}`),
  },
];

const valueIn = ({ book }: Excel, name: string, row: number, column: number) =>
  book.sheets.find((sheet) => sheet.name === name)?.rows[row]?.[column]?.value ?? null;

/** The act, with the doing just before one of its batches. */
async function withDoing({ before, ready, act }: Operation, batch: number, doing: (excel: Excel) => void) {
  const excel = excelWith(openBook(exampleBytes(file), file));
  before?.(excel);
  const pane = await paneIn(excel);
  await ready?.(pane, excel);
  excel.host.forget();
  let came = false;
  let added: readonly string[] = [];
  excel.host.faults.on(batch, {
    before: () => {
      came = true;
      const names = excel.book.sheets.map(({ name }) => name);
      doing(excel);
      added = excel.book.sheets.map(({ name }) => name).filter((name) => !names.includes(name));
    },
  });
  const done = await act(pane);
  excel.host.faults.clear();
  return { excel, pane, done, came, added };
}

describe.each(operations)("$name", (operation) => {
  test.each(doings)("他人$what：他写的都在，我们说得清", async ({ do: doing, stands }) => {
    for (let batch = 1; ; batch++) {
      const { excel, pane, done, came, added } = await withDoing(operation, batch, doing);
      if (!came) {
        expect(batch).toBeGreaterThan(1);
        break;
      }
      expect(stands(excel, added), `before batch ${batch}`).toBe(true);
      if (!done) expect(pane.store.get().notice, `before batch ${batch}`).toBeDefined();
    }
  });
});
