import { describe, expect, test } from "vitest";
import { excelWith } from "../testing/excel-with.ts";

describe("the real client against the host", () => {
  test("reads sheets and cells, in one sync", async () => {
    const { Excel, host } = excelWith({
      民生台账: [
        ["任务", "目标"],
        ["新增就业", 1255],
      ],
      "第 二": [],
    });
    await Excel.run(async (context) => {
      const sheets = context.workbook.worksheets.load("items/name,items/visibility");
      const used = sheets.getItem("民生台账").getUsedRange().load("values,address,rowCount,valueTypes");
      await context.sync();
      expect(sheets.items.map(({ name, visibility }) => [name, visibility])).toEqual([
        ["民生台账", "Visible"],
        ["第 二", "Visible"],
      ]);
      expect(used.values).toEqual([
        ["任务", "目标"],
        ["新增就业", 1255],
      ]);
      expect(used.address).toBe("民生台账!A1:B2");
      expect(used.valueTypes).toEqual([
        ["String", "String"],
        ["String", "Double"],
      ]);
    });
    expect(host.syncs.map(({ acts, wrote }) => [acts.length, wrote])).toEqual([[2, false]]);
  });

  test("writes, formats and reads back through proxies that outlive a sync", async () => {
    const { Excel } = excelWith();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add("汇总");
      const range = sheet.getRange("A1:C2");
      context.application.suspendScreenUpdatingUntilNextSync();
      range.values = [
        ["一", "二", "三"],
        [1, 2.5, true],
      ];
      range.format.fill.color = "#ffee00";
      range.format.font.bold = true;
      range.numberFormat = [
        ["@", "@", "@"],
        ["0.00", "0.0%", "General"],
      ];
      sheet.activate();
      range.load("address,rowCount,text,format/fill/color,format/font/bold");
      sheet.load();
      await context.sync();
      expect(range.address).toBe("汇总!A1:C2");
      expect(range.format.fill.color).toBe("#FFEE00");
      expect(range.format.font.bold).toBe(true);
      expect(range.text).toEqual([
        ["一", "二", "三"],
        ["1.00", "250.0%", "TRUE"],
      ]);
      expect(sheet.name).toBe("汇总");
      range.getCell(0, 0).values = [["再来"]];
      const again = range.load("values");
      await context.sync();
      expect(again.values).toEqual([
        ["再来", "二", "三"],
        [1, 2.5, true],
      ]);
    });
  });

  test("an unread property, a missing sheet and a wrong shape fail as in Excel", async () => {
    const { Excel } = excelWith();
    await Excel.run(async (context) => {
      expect(() => context.workbook.worksheets.getItem("Sheet1").getRange("A1").values).toThrow(
        /not available/,
      );
      const none = context.workbook.worksheets.getItemOrNullObject("没有").load("name");
      await context.sync();
      expect(none.isNullObject).toBe(true);
    });
    const missing = Excel.run(async (context) => {
      context.workbook.worksheets.getItem("没有").getRange("A1").values = [[1]];
      await context.sync();
    });
    await expect(missing).rejects.toMatchObject({ code: "ItemNotFound" });
    const shape = Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").getRange("A1:B2").values = [[1]];
      await context.sync();
    });
    await expect(shape).rejects.toMatchObject({ code: "InvalidArgument" });
  });

  test("events tell of changes, selections and sheets, with who made them", async () => {
    const { Excel, user, other, settled } = excelWith({ 甲: [[1]], 乙: [] });
    const seen: string[] = [];
    await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const note = (word: string) => async (event: object) => {
        const { address, source } = event as { address?: string; source?: string };
        seen.push([word, address, source].filter(Boolean).join(" "));
      };
      worksheets.onChanged.add(note("changed"));
      worksheets.onActivated.add(note("activated"));
      worksheets.onAdded.add(note("added"));
      worksheets.onDeleted.add(note("deleted"));
      worksheets.getItem("甲").onSelectionChanged.add(note("selected"));
      context.workbook.onSelectionChanged.add(note("selection"));
      await context.sync();
    });
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("甲").getRange("D4").values = [[42]];
      await context.sync();
    });
    await settled();
    expect(seen.splice(0)).toEqual(["changed D4 Local"]);
    other.type("乙", "B2", [["x", "y"]]);
    user.select("甲", "E5");
    user.activate("乙");
    user.addSheet("丙");
    user.deleteSheet("丙");
    await settled();
    expect(seen.sort()).toEqual(
      [
        "changed B2:C2 Remote",
        "selected E5",
        "selection",
        "activated",
        "added Local",
        "deleted Local",
      ].sort(),
    );
  });

  test("a large write comes as one change, though the client sends it in pieces", async () => {
    const { Excel, host, settled } = excelWith();
    const big = Array.from({ length: 2000 }, (_, row) =>
      Array.from({ length: 30 }, (_, column) => row * column),
    );
    const seen: string[] = [];
    await Excel.run(async (context) => {
      context.workbook.worksheets.onChanged.add(async ({ address }) => void seen.push(address));
      await context.sync();
      const sheet = context.workbook.worksheets.add("大");
      sheet.getRange("A1:AD2000").values = big;
      const used = sheet.getUsedRange(true).load("values");
      await context.sync();
      expect(used.values).toEqual(big);
    });
    await settled();
    expect(seen).toEqual(["A1:AD2000"]);
    expect(host.syncs.length).toBe(2);
  });

  test("what the host has not is named", async () => {
    const { Excel, host } = excelWith();
    const asked = Excel.run(async (context) => {
      context.workbook.linkedWorkbooks.load("items");
      await context.sync();
    });
    await expect(asked).rejects.toMatchObject({
      code: "ApiNotFound",
      message: expect.stringContaining("Workbook.LinkedWorkbooks"),
    });
    expect([...host.lacking]).toEqual(["Workbook.LinkedWorkbooks"]);
  });
});
