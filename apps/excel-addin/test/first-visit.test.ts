import { openBook, snapshot } from "@taizhang/office-host";
import { expect, test } from "vitest";
import { openExample } from "../src/acts/list/open-example.ts";
import { exampleBytes } from "./example-bytes.ts";
import { excelWith, paneIn } from "./excel-pane.ts";

const file = "nanguan-2016/2016-10/民政局.xlsx";

test("看示例表：另开一本，自己的表一格不动", async () => {
  const excel = excelWith(openBook(exampleBytes("nanguan-2016/台账.xlsx"), "台账.xlsx"));
  const pane = await paneIn(excel);
  const before = snapshot(excel.book);
  expect(await openExample(pane)).toBe(true);
  expect(snapshot(excel.book)).toEqual(before);
  const [opened = ""] = excel.book.windows;
  const bytes = Uint8Array.from(atob(opened), (sign) => sign.charCodeAt(0));
  expect(openBook(bytes, file).sheets.map(({ name }) => name)).toEqual(
    openBook(exampleBytes(file), file).sheets.map(({ name }) => name),
  );
  expect(pane.store.get().notice).toMatchObject({ text: { what: "exampleOpened" } });
});
