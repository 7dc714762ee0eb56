import { type LayoutCell, layoutCell, type SheetLayout } from "@taizhang/grid";
import { returnForm } from "./return-form.ts";
import { dayWords } from "./return-layout.ts";
import type { SplitOptions } from "./split-options.ts";

const rules = [
  "只填有底纹的格。台账编号、任务、指标、计量单位、目标由下发单位填好，并已锁定；对目标有不同意见的，在备注里写明，不要改数。",
  "空着表示未报，0表示没有进展，“—”表示不涉及，三者不同。",
  "数字单独填一格，不带计量单位；不要写成“2000万”“约30”。",
  "累计数从1月1日起到报告期末止，应等于上月累计加本月完成；有核减的在备注里说明。",
  "标有“共同”的任务由几个单位共同牵头，各自填写进展；汇总时只计数据报送单位的数。",
  "不要增删行、改动行序、插入列；需要增加任务的，另报下发单位列入台账。",
  "装有台账的，填好后可用taizhang check自查，不改动原表。",
];

/** The page of instructions beside the form (填写说明). */
export function returnHelp(form: SheetLayout, { due }: SplitOptions): SheetLayout {
  const headings = new Set((form.rows[3] ?? []).map((cell) => layoutCell(cell).value));
  const isOpen = (heading: string): boolean => {
    const place = (form.rows[3] ?? []).findIndex((cell) => layoutCell(cell).value === heading);
    return layoutCell(form.rows[4]?.[place] ?? null).style === "input";
  };
  const lines = [...(due === undefined ? [] : [`请于${dayWords(due)}前报送。`]), ...rules];
  return {
    name: "填写说明",
    rows: [
      [{ value: "填写说明", style: "title" }],
      ...lines.map((line, index): LayoutCell[] => [
        { value: index + 1, style: "number" },
        { value: line, style: "text" },
      ]),
      [],
      [
        { value: "列名", style: "header" },
        { value: "填写要求", style: "header" },
      ],
      ...returnForm
        .filter(({ heading, key }) => headings.has(heading) && key !== "rowId")
        .map(({ heading, help, helpIfOpen = help }): LayoutCell[] => [
          { value: heading, style: "text" },
          { value: isOpen(heading) ? helpIfOpen : help, style: "text" },
        ]),
    ],
    merges: ["A1:B1"],
    widths: [24, 90],
    print: { fitToWidth: true },
  };
}
