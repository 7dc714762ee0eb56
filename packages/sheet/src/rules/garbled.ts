import { type Finding, finding } from "@taizhang/finding";
import type { CellPlace, CellValue } from "@taizhang/grid";
import type { TableRow } from "../table.ts";
import { columnsWithText, textsWith } from "./column-holds.ts";
import { fixCells, setCell } from "./edit-cell.ts";
import { letterSet } from "./letter-set.ts";
import { eachTable, type Rule } from "./rule.ts";
import type { TableView } from "./subject.ts";
import { simplified, traditionalLetters } from "./traditional.ts";

/** (qū), （tīng）: a reading in brackets, with the tone marks that only pinyin has. */
const gloss = /[（(]\s*[a-zA-Z]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zA-Zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ\s]*[)）]/g;
/** What a wrong encoding leaves: the replacement sign, 锟斤拷, signs of no script, a box inside a word. */
const stray = /[\uFFFD\uE000-\uF8FF]+|(?:锟斤拷|烫烫烫|屯屯屯)+|(?<=\p{Script=Han})□(?=\p{Script=Han})/gu;

/**
 * V09 乱码、繁体、拼音注 in the words of a table: one finding a kind, at the first cell. Traditional letters and glosses
 * have one certain mending; what stray signs stood for nobody can tell.
 */
export const garbled: Rule = {
  code: "V09",
  sees: ({ view: { table }, row }) =>
    table.columns
      .map(({ index }) => table.grid.rows[row]?.[index])
      .map((value) => (typeof value === "string" && suspicious(value) ? value : ""))
      .join("|"),
  check: eachTable(function* (view) {
    const columns = columnsWithText(view);
    if (columns.length === 0) return;
    const found = { traditional: [] as Hit[], gloss: [] as Hit[], stray: [] as Hit[] };
    for (const { row, column, text: value } of textsWith(view, columns, isRead, isSuspicious)) {
      const at = () => view.at(row, column.index);
      const plain = simplified(value);
      if (plain !== value) found.traditional.push({ at: at(), value, after: plain });
      const bare = value.replace(gloss, "");
      if (bare !== value) found.gloss.push({ at: at(), value, after: bare });
      if (value.match(stray)) found.stray.push({ at: at(), value });
    }
    for (const kind of ["traditional", "gloss", "stray"] as const) yield* saidOnce(view, kind, found[kind]);
  }),
  examples: [
    {
      title: "任务名称里有繁体字",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["城鎮新增就業", "人", 1300, 1255, "区人社局"],
        ["残疾人就业", "人", 220, 180, "区残联"],
      ],
      finds: [{ ref: "A2", fix: ["城镇新增就业"] }],
    },
    {
      title: "单位名里夹着注音",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["城镇新增就业", "人", 1300, 1255, "区(qū)人社局"],
        ["残疾人就业", "人", 220, 180, "区残联"],
      ],
      finds: [{ ref: "E2", fix: ["区人社局"] }],
    },
    {
      title: "编码出错留下的符号",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "备注"],
        ["城镇新增就业", "人", 1300, 1255, "含锟斤拷项目"],
        ["残疾人就业", "人", 220, 180, "已完�成"],
      ],
      finds: [{ ref: "E2" }],
    },
    {
      title: "括号里的英文和说明不是注音",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "备注"],
        ["建设充电桩(AC)", "个", 130, 125, "含（快充）"],
        ["PM2.5浓度(ug/m3)", "微克/立方米", 35, 34, ""],
      ],
      finds: [],
    },
    {
      title: "姓名、地名里个别异体字不算",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任人"],
        ["城镇新增就业", "人", 1300, 1255, "李喆"],
        ["残疾人就业", "人", 220, 180, "王堃"],
      ],
      finds: [],
    },
    {
      title: "勾选用的方框不算",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "备注"],
        ["城镇新增就业", "人", 1300, 1255, "□是 ☑否"],
        ["残疾人就业", "人", 220, 180, "□"],
      ],
      finds: [],
    },
  ],
};

interface Hit {
  readonly at: CellPlace;
  readonly value: string;
  readonly after?: CellValue;
}

/** A quick look: a letter outside plain Chinese and ASCII, or a traditional one. */
const suspicious = letterSet(`\uFFFD□锟烫屯${traditionalLetters}`, [
  [0xc0, 0x2ff],
  [0xe000, 0xf8ff],
]);

const isSuspicious = (text: string): boolean => text.length <= 2_000 && suspicious(text);

const isRead = ({ kind }: TableRow): boolean => kind !== "blank" && kind !== "note";

function* saidOnce(
  { table }: TableView,
  kind: "traditional" | "gloss" | "stray",
  hits: readonly Hit[],
): Generator<Finding> {
  const [first] = hits;
  if (!first) return;
  const id = kind === "traditional" ? "simplify" : kind === "gloss" ? "dropGloss" : undefined;
  const edits = hits.map(({ at, after }) =>
    after === undefined ? undefined : setCell(table.grid, at, after),
  );
  yield finding("V09", { kind, text: first.value.slice(0, 20), count: hits.length }, [first.at], {
    related: hits.slice(1, 200).map(({ at }) => at),
    ...(id ? { fix: fixCells(id, edits) } : {}),
  });
}
