import { openBook } from "@taizhang/office-host";
import { describe, expect, test } from "vitest";
import { checkEnded, checkWorkbook } from "../src/acts/check/check.ts";
import { follow } from "../src/acts/follow/follow.ts";
import { keepExplanation } from "../src/acts/keep/explain.ts";
import { goTo } from "../src/acts/pane/go-to.ts";
import type { Pane } from "../src/acts/pane/pane.ts";
import { sameThreadEngine } from "../src/engine/same-thread.ts";
import { firstState } from "../src/state/pane.ts";
import { paneReducer } from "../src/state/pane-reducer.ts";
import { storeOf } from "../src/state/store.ts";
import type { Workbook } from "../src/workbook/workbook.ts";
import { exampleBytes } from "./example-bytes.ts";
import { excelWith, paneIn } from "./excel-pane.ts";

const file = "nanguan-2016/2016-10/民政局.xlsx";
const excelWithExample = () => excelWith(openBook(exampleBytes(file), file));
type ExampleExcel = ReturnType<typeof excelWithExample>;

/** A pane that has not checked yet, whose first reading is followed by something that the user does. */
function startingPane(excel: ExampleExcel, meanwhile: () => void): Pane {
  let done = false;
  const read: Workbook["read"] = async (what, onPart) => {
    await excel.workbook.read(what, onPart);
    if (done) return;
    done = true;
    meanwhile();
  };
  return {
    workbook: { ...excel.workbook, read },
    engine: sameThreadEngine(),
    store: storeOf(paneReducer, firstState),
    now: () => 0,
  };
}

/** As the pane starts: it follows while it checks for the first time. */
async function start(pane: Pane): Promise<void> {
  const checked = checkWorkbook(pane);
  await follow(pane);
  await checked;
}

const codesAt = ({ store }: Pane, ref: string): string[] =>
  [...store.get().rows, ...store.get().fresh].flatMap((row) =>
    row.ref === ref && !row.mended ? [row.finding.code] : [],
  );

describe("第一次检查还没完，用户已经在改", { timeout: 30_000 }, () => {
  test("改了的格查完后再读一次", async () => {
    const excel = excelWithExample();
    const pane = startingPane(excel, () => excel.user.type("月报表", "I16", "'12"));
    await start(pane);
    await expect.poll(() => codesAt(pane, "I16"), { timeout: 10_000 }).toContain("V01");
  });

  test("新增的表认得出，切到它时卡片是它的", async () => {
    const excel = excelWithExample();
    const pane = startingPane(excel, () => {
      excel.user.addSheet("草稿");
      excel.user.activate("草稿");
    });
    await start(pane);
    await expect.poll(() => pane.store.get().active, { timeout: 10_000 }).toBe("草稿");
    const cards = () => pane.store.get().cards.map(({ sheet }) => sheet);
    await expect.poll(cards, { timeout: 10_000 }).toContain("草稿");
  });
});

describe("表改名、解除保护", { timeout: 30_000 }, () => {
  test("改名后卡片和问题都跟着改，点一条仍到得了", async () => {
    const excel = excelWithExample();
    const pane = await paneIn(excel);
    await follow(pane);
    excel.user.renameSheet("月报表", "十月");
    await excel.settled();
    await expect
      .poll(() => pane.store.get().cards.map(({ sheet }) => sheet), { timeout: 10_000 })
      .toEqual(["十月"]);
    await checkEnded();
    expect(pane.store.get().active).toBe("十月");
    const [row] = pane.store.get().rows;
    expect(row?.sheet).toBe("十月");
    expect(await goTo(pane, row ?? { sheet: "", ref: "" })).toBe(true);
  });

  test("Excel没有改名事件（1.17以前）时照常打开", async () => {
    const excel = excelWith(openBook(exampleBytes(file), file), { ExcelApi: "1.14" });
    const pane = await paneIn(excel);
    await follow(pane);
    expect(pane.store.get().notice?.kind).not.toBe("failed");
  });

  test("按提示解除保护后，窗格不再说有保护", async () => {
    const excel = excelWithExample();
    const [sheet] = excel.book.sheets;
    if (sheet) sheet.protection = { options: {} };
    const pane = await paneIn(excel);
    await follow(pane);
    const isProtected = () => pane.store.get().outline?.sheets[0]?.isProtected;
    expect(isProtected()).toBe(true);
    excel.user.unprotectSheet("月报表");
    await excel.settled();
    await expect.poll(isProtected, { timeout: 10_000 }).toBe(false);
  });
});

test("第一次记说明要新加台账设置表，光标仍在原来的格", async () => {
  const excel = excelWithExample();
  const pane = await paneIn(excel);
  excel.user.select("月报表", "I19");
  const row = pane.store.get().rows.find(({ finding }) => finding.severity === "B");
  if (!row) throw new Error("no B in the example");
  await keepExplanation(pane, row, "按原件所写，已核对", "");
  expect(excel.book.sheets.map(({ name }) => name)).toContain("台账设置");
  expect(await pane.workbook.selection()).toEqual({ sheet: "月报表", ref: "I19" });
});
