import { describe, expect, test } from "vitest";
import { excelWith } from "../testing/excel-with.ts";

const rows = [
  ["单位", "目标", "完成"],
  ["甲局", 10, 5],
  ["乙局", 20, 18],
  ["丙局", 30, 31],
];

/** Runs the work on sheet 台账 with the rows. */
const onSheet = async (work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<void>) => {
  const excel = excelWith({ 台账: rows, 别的: [] });
  await excel.Excel.run(async (context) => work(context.workbook.worksheets.getItem("台账"), context));
  expect([...excel.host.lacking]).toEqual([]);
  return excel;
};

describe("what stands on a sheet", () => {
  test("tables: added, read, extended, filtered, turned back", () =>
    onSheet(async (sheet, context) => {
      const table = sheet.tables.add("A1:C4", true);
      table.name = "民生";
      table.showTotals = true;
      table.rows.add(undefined, [["丁局", 40, 0]]);
      table.autoFilter.apply(table.getRange(), 0, { filterOn: "Values", values: ["甲局"] });
      const body = table.getDataBodyRange().load("values,address");
      const columns = table.columns.load("items/name");
      const hidden = sheet.getRange("3:3").load("rowHidden");
      sheet.tables.load("items/name,count");
      await context.sync();
      expect(body.address).toBe("台账!A2:C5");
      expect(body.values.at(-1)).toEqual(["丁局", 40, 0]);
      expect(columns.items.map(({ name }) => name)).toEqual(["单位", "目标", "完成"]);
      expect(hidden.rowHidden).toBe(true);
      expect(sheet.tables.items.map(({ name }) => name)).toEqual(["民生"]);
      const { filter } = table.columns.getItem("完成");
      filter.applyValuesFilter(["0"]);
      const shown = sheet.getRange("2:2").load("rowHidden");
      filter.load("criteria");
      await context.sync();
      expect(shown.rowHidden).toBe(true);
      expect(filter.criteria).toMatchObject({ filterOn: "Values", values: ["0"] });
      table.clearFilters();
      table.convertToRange();
      const none = sheet.tables.getItemOrNullObject("民生");
      await context.sync();
      expect(none.isNullObject).toBe(true);
    }));

  test("names, settings and properties", () =>
    onSheet(async (sheet, context) => {
      const { names, settings, properties } = context.workbook;
      names.add("目标列", sheet.getRange("B2:B4"), "备注");
      sheet.names.add("本表", "=1+1");
      settings.add("台账", { 列: ["B"], 版本: 2 });
      properties.title = "民生台账";
      sheet.customProperties.add("种类", "目标任务表");
      const name = names.getItem("目标列").load("formula,type,comment,scope");
      const range = name.getRange().load("values");
      const setting = settings.getItem("台账").load("value");
      const none = settings.getItemOrNullObject("没有");
      const custom = sheet.customProperties.getItem("种类").load("value");
      properties.load("title");
      await context.sync();
      expect(name.toJSON()).toMatchObject({
        formula: "=台账!$B$2:$B$4",
        type: "Range",
        comment: "备注",
        scope: "Workbook",
      });
      expect(range.values).toEqual([[10], [20], [30]]);
      expect(setting.value).toEqual({ 列: ["B"], 版本: 2 });
      expect(none.isNullObject).toBe(true);
      expect([properties.title, custom.value]).toEqual(["民生台账", "目标任务表"]);
      setting.delete();
      const gone = settings.getItemOrNullObject("台账");
      await context.sync();
      expect(gone.isNullObject).toBe(true);
    }));

  test("conditional formats: scales, bars and icons are kept as they are set", () =>
    onSheet(async (sheet, context) => {
      const formats = sheet.getRange("B2:C4").conditionalFormats;
      const scale = formats.add("ColorScale");
      scale.colorScale.criteria = {
        minimum: { type: "LowestValue", color: "#FFFFFF" },
        midpoint: { type: "Percentile", formula: "50", color: "#FFEB84" },
        maximum: { type: "HighestValue", color: "#63BE7B" },
      };
      const bar = formats.add("DataBar");
      bar.dataBar.barDirection = "LeftToRight";
      bar.dataBar.positiveFormat.fillColor = "#0F6CBD";
      const icons = formats.add("IconSet");
      icons.iconSet.style = "ThreeArrows";
      await context.sync();
      scale.colorScale.load("threeColorScale,criteria");
      bar.dataBar.load("barDirection");
      bar.dataBar.positiveFormat.load("fillColor,gradientFill");
      icons.iconSet.load("style,showIconOnly");
      scale.dataBarOrNullObject.load("barDirection");
      await context.sync();
      expect([scale.colorScale.threeColorScale, scale.colorScale.criteria.maximum.color]).toEqual([
        true,
        "#63BE7B",
      ]);
      expect([bar.dataBar.barDirection, bar.dataBar.positiveFormat.fillColor]).toEqual([
        "LeftToRight",
        "#0F6CBD",
      ]);
      expect([icons.iconSet.style, icons.iconSet.showIconOnly]).toEqual(["ThreeArrows", false]);
      expect(scale.dataBarOrNullObject.isNullObject).toBe(true);
    }));

  test("conditional formats: rule, look, priority, removal", () =>
    onSheet(async (sheet, context) => {
      const formats = sheet.getRange("B2:C4").conditionalFormats;
      const custom = formats.add("Custom");
      custom.custom.rule.formula = "=$C2<$B2";
      custom.custom.format.fill.color = "#FDE7E9";
      custom.custom.format.font.bold = true;
      custom.custom.format.borders.getItem("EdgeLeft").style = "Continuous";
      custom.stopIfTrue = true;
      const value = formats.add("CellValue");
      value.cellValue.rule = { formula1: "=10", operator: "GreaterThan" };
      value.priority = 1;
      formats.load("items/type,items/priority,items/id,items/stopIfTrue");
      custom.custom.rule.load("formula");
      custom.custom.format.fill.load("color");
      const range = custom.getRange().load("address");
      const wrong = custom.cellValueOrNullObject;
      await context.sync();
      expect(formats.items.map(({ type, stopIfTrue }) => [type, stopIfTrue])).toEqual([
        ["Custom", true],
        ["CellValue", false],
      ]);
      expect([custom.custom.rule.formula, custom.custom.format.fill.color]).toEqual(["=$C2<$B2", "#FDE7E9"]);
      expect([range.address, wrong.isNullObject]).toEqual(["台账!B2:C4", true]);
      custom.delete();
      const count = sheet.getRange("B2").conditionalFormats.getCount();
      await context.sync();
      expect(count.value).toBe(1);
    }));

  test("data validation", () =>
    onSheet(async (sheet, context) => {
      const { dataValidation } = sheet.getRange("A2:A5");
      dataValidation.rule = { list: { inCellDropDown: true, source: "甲局,乙局" } };
      dataValidation.errorAlert = { message: "请从下拉中选", showAlert: true, style: "Stop", title: "单位" };
      dataValidation.load("rule,type,valid,errorAlert");
      const invalid = dataValidation.getInvalidCells().load("address");
      const other = sheet.getRange("B2").dataValidation.load("type");
      await context.sync();
      expect(dataValidation.rule).toEqual({ list: { inCellDropDown: true, source: "甲局,乙局" } });
      expect([dataValidation.type, dataValidation.valid, other.type]).toEqual(["List", false, "None"]);
      expect(invalid.address).toBe("台账!A4");
    }));

  test("comments", () =>
    onSheet(async (_sheet, context) => {
      const comment = context.workbook.comments.add("台账!B2", "请核对");
      comment.replies.add("已核对");
      comment.resolved = true;
      context.workbook.comments.load("items/content,items/resolved,items/replies/items/content");
      const place = comment.getLocation().load("address");
      await context.sync();
      expect(context.workbook.comments.items.map(({ content, resolved }) => [content, resolved])).toEqual([
        ["请核对", true],
      ]);
      expect(place.address).toBe("台账!B2");
      comment.delete();
      const count = context.workbook.comments.getCount();
      await context.sync();
      expect(count.value).toBe(0);
    }));

  test("charts are records of what they show", () =>
    onSheet(async (sheet, context) => {
      const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:C4"), "Columns");
      chart.name = "台账汇总图";
      chart.title.text = "完成情况";
      chart.legend.position = "Right";
      chart.axes.valueAxis.maximum = 40;
      chart.axes.categoryAxis.title.text = "单位";
      chart.setPosition("E2", "J16");
      const first = chart.series.getItemAt(0);
      first.format.fill.setSolidColor("#107C10");
      first.hasDataLabels = true;
      const values = chart.series.getItemAt(1).getDimensionValues("Values");
      const categories = first.getDimensionValues("Categories");
      chart.load("name,chartType,left,top,width,title/text,legend/position");
      chart.series.load("items/name");
      await context.sync();
      expect(chart.toJSON()).toMatchObject({
        name: "台账汇总图",
        chartType: "ColumnClustered",
        title: { text: "完成情况" },
        legend: { position: "Right" },
      });
      expect(chart.series.items.map(({ name }) => name)).toEqual(["目标", "完成"]);
      expect([categories.value, values.value]).toEqual([
        ["甲局", "乙局", "丙局"],
        [5, 18, 31],
      ]);
      expect(chart.top).toBe(15);
    }));

  test("protection refuses what it does not allow, and only that", async () => {
    const { Excel } = await onSheet(async (sheet, context) => {
      sheet.getRange("C2:C4").format.protection.locked = false;
      sheet.protection.protect({ allowFormatCells: true }, "1234");
      sheet.getRange("C2").values = [[6]];
      sheet.getRange("C2").format.fill.color = "#FFFF00";
      sheet.protection.load("protected,options");
      await context.sync();
      expect(sheet.protection.protected).toBe(true);
      expect(sheet.protection.options).toMatchObject({ allowFormatCells: true, allowSort: false });
    });
    const refused: [string, (sheet: Excel.Worksheet) => unknown][] = [
      ["write", (sheet) => sheet.getRange("A2").set({ values: [["x"]] })],
      ["insert", (sheet) => sheet.getRange("2:2").insert("Down")],
      ["table", (sheet) => sheet.tables.add("A1:C4", true)],
      ["chart", (sheet) => sheet.charts.add("Line", sheet.getRange("A1:C4"))],
      ["hide", (sheet) => sheet.getRange("2:2").set({ rowHidden: true })],
      ["unprotect", (sheet) => sheet.protection.unprotect("falsch")],
    ];
    for (const [name, act] of refused) {
      const run = Excel.run(async (context) => {
        act(context.workbook.worksheets.getItem("台账"));
        await context.sync();
      });
      await expect(run, name).rejects.toMatchObject({ code: "AccessDenied" });
    }
  });

  test("freeze panes, page layout, auto filter", () =>
    onSheet(async (sheet, context) => {
      sheet.freezePanes.freezeAt(sheet.getRange("A1:B3"));
      const frozen = sheet.freezePanes.getLocationOrNullObject().load("address");
      sheet.pageLayout.orientation = "Landscape";
      sheet.pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
      sheet.pageLayout.setPrintArea("A1:C4");
      sheet.pageLayout.setPrintTitleRows("$1:$1");
      sheet.pageLayout.headersFooters.defaultForAllPages.centerFooter = "第&P页";
      sheet.pageLayout.setPrintMargins("Centimeters", { left: 2.54 });
      const area = sheet.pageLayout.getPrintArea().load("address");
      const titles = sheet.pageLayout.getPrintTitleRows().load("address");
      sheet.pageLayout.load("orientation,zoom,leftMargin,headersFooters/defaultForAllPages/centerFooter");
      sheet.autoFilter.apply("A1:C4", 1, { filterOn: "Custom", criterion1: ">15" });
      sheet.autoFilter.load("enabled,isDataFiltered");
      const hidden = sheet.getRange("2:2").load("rowHidden");
      await context.sync();
      expect([frozen.address, area.address, titles.address]).toEqual([
        "台账!A1:B3",
        "台账!A1:C4",
        "台账!1:1",
      ]);
      expect(sheet.pageLayout.toJSON()).toMatchObject({
        orientation: "Landscape",
        leftMargin: 72,
        zoom: { horizontalFitToPages: 1 },
        headersFooters: { defaultForAllPages: { centerFooter: "第&P页" } },
      });
      expect([sheet.autoFilter.enabled, sheet.autoFilter.isDataFiltered, hidden.rowHidden]).toEqual([
        true,
        true,
        true,
      ]);
      sheet.autoFilter.remove();
      hidden.load("rowHidden");
      await context.sync();
      expect(hidden.rowHidden).toBe(false);
    }));

  test("sheets: copied, moved, hidden, deleted; formulas of the others say #REF!", () =>
    onSheet(async (sheet, context) => {
      const { worksheets } = context.workbook;
      worksheets.getItem("别的").getRange("A1").formulas = [["=台账!B2+1"]];
      const copy = sheet.copy("Beginning").load("name,position");
      copy.visibility = "Hidden";
      copy.tabColor = "#FF0000";
      sheet.position = 2;
      const count = worksheets.getCount(true);
      worksheets.load("items/name");
      await context.sync();
      expect([copy.name, copy.position, count.value]).toEqual(["台账 (2)", 0, 2]);
      expect(worksheets.items.map(({ name }) => name)).toEqual(["台账 (2)", "别的", "台账"]);
      sheet.delete();
      const formula = worksheets.getItem("别的").getRange("A1").load("formulas");
      await context.sync();
      expect(formula.formulas).toEqual([["=#REF!+1"]]);
    }));
});

test("comments and settings tell of their changes", async () => {
  const { Excel, settled } = excelWith({ 台账: rows });
  const seen: string[] = [];
  await Excel.run(async (context) => {
    context.workbook.comments.onAdded.add(
      async ({ commentDetails }) => void seen.push(`added ${commentDetails.length}`),
    );
    context.workbook.comments.onDeleted.add(async () => void seen.push("deleted"));
    context.workbook.settings.onSettingsChanged.add(async () => void seen.push("settings"));
    await context.sync();
    const comment = context.workbook.comments.add("台账!B2", "请核对");
    context.workbook.settings.add("k", 1);
    await context.sync();
    comment.delete();
    await context.sync();
  });
  await settled();
  expect(seen).toEqual(["added 1", "settings", "deleted"]);
});
