import { columnName, type LayoutCell, type SheetLayout } from "@taizhang/grid";
import { periodWords } from "../layout/words.ts";
import { dayWords } from "../split/return-layout.ts";
import type { Collected } from "./collect-returns.ts";
import type { RegisterLine } from "./register-line.ts";
import type { TypedBefore } from "./typed-before.ts";

/** 报送状态 as the register prints it. */
export const stateWords: Readonly<Record<RegisterLine["state"], string>> = {
  missing: "未报",
  reported: "已报",
  sentBack: "退回",
  again: "重报",
};

/** The state, and that an empty form came where that is all (报送状态). */
const stateText = ({ state, empty }: RegisterLine): string =>
  `${stateWords[state]}${empty ? "（收到空表）" : ""}`;

/** The sheet in which the states stand, and are read from when returns come in again. */
export const registerSheetName = "收件登记";

const registerHeadings = [
  "序号",
  "报告期",
  "单位",
  "应报项数",
  "已报项数",
  "未报项数",
  "状态",
  "份数",
  "文件",
  "填报人",
  "报出日期",
  "必须改",
  "改或说明",
  "备注",
] as const;

/** Who sent what, and whether it was in order (收件登记). */
export function registerSheet({ register, period = "" }: Collected, typed: TypedBefore): SheetLayout {
  const kept = (heading: string, org: string): LayoutCell => ({
    ...text(""),
    ...typed(registerSheetName, org, heading),
  });
  // Our own remark of the last time is none of theirs.
  const remark = (org: string): LayoutCell => {
    const before = typed(registerSheetName, org, "备注");
    return { value: null, ...(before && !ownRemarks.has(`${before.value}`) ? before : {}), style: "input" };
  };
  const lines = register.map((line, index): LayoutCell[] => {
    const count = (severity: "A" | "B") => line.toCorrect.filter((one) => one.severity === severity).length;
    return [
      number(index + 1),
      text(periodWords(period)),
      text(line.org),
      number(line.expected),
      number(line.answered),
      number(line.expected - line.answered),
      text(stateText(line)),
      number(line.files.length),
      text(line.files.map(baseName).join("、")),
      line.filledBy === "" ? kept("填报人", line.org) : text(line.filledBy),
      line.filledOn === "" ? kept("报出日期", line.org) : text(line.filledOn),
      number(count("A")),
      number(count("B")),
      remarkOn(line) === null ? remark(line.org) : { value: remarkOn(line), style: "input" },
    ];
  });
  const sum = (of: (line: RegisterLine) => number) => register.reduce((total, line) => total + of(line), 0);
  const came = register.filter(({ files, empty, refused }) => files.length > 0 && !empty && !refused).length;
  const blank = register.filter(({ empty }) => empty).length;
  return listSheet(registerSheetName, `${periodWords(period)}报表收件登记`, registerHeadings, lines, {
    widths: [6, 12, 20, 10, 10, 10, 10, 8, 40, 12, 14, 10, 10, 24],
    foot: `应报${register.length}家，实报${came}家，未报${register.length - came}家${blank > 0 ? `（其中${blank}家只收到空表）` : ""}；应报${sum((line) => line.expected)}项，实报${sum((line) => line.answered)}项。`,
  });
}

const receivedBefore = "以前已收，本次没有再给，合并表里没有其数";
const notTaken = "收到的表没有计入，见问题清单";
const ownRemarks: ReadonlySet<string> = new Set([receivedBefore, notTaken]);

const remarkOn = ({ earlier, refused }: RegisterLine): string | null =>
  earlier ? receivedBefore : refused ? notTaken : null;

const reminderName = "催报清单";

const reminderHeadings = [
  "序号",
  "报告期",
  "单位",
  "应报项数",
  "已报项数",
  "未报项数",
  "未报任务（编号、名称）",
  "报送截止时间",
  "逾期天数",
  "状态",
  "催报次数",
  "最近催报时间",
  "本年迟报次数",
  "联系人及电话",
  "备注",
] as const;

/** Whom to ask for what: orgs that sent nothing, not everything, or must correct something (未报/催报清单). */
export function reminderSheet(
  { register, period = "" }: Collected,
  { due, today }: { readonly due?: string; readonly today?: string },
  typed: TypedBefore,
): SheetLayout {
  const kept = (org: string, heading: string): LayoutCell => ({
    value: null,
    ...typed(reminderName, org, heading),
    style: "input",
  });
  const late = due !== undefined && today !== undefined ? daysBetween(due, today) : undefined;
  const lines = register
    .filter(({ state, unanswered }) => state === "missing" || state === "sentBack" || unanswered.length > 0)
    .map((line, index): LayoutCell[] => {
      const contacts = line.unanswered.map(({ entry }) => entry.cells.get("contact")?.text ?? "");
      return [
        number(index + 1),
        text(periodWords(period)),
        text(line.org),
        number(line.expected),
        number(line.answered),
        number(line.unanswered.length),
        text(
          line.unanswered
            .map(({ entry }) => `${entry.id ?? ""}${entry.id ? " " : ""}${entry.task}`)
            .join("；"),
        ),
        text(due === undefined ? "" : dayWords(due)),
        late === undefined || late <= 0 ? text("") : number(late),
        text(line.state === "sentBack" ? "退回未重报" : line.empty ? "未报（收到空表）" : "未报"),
        kept(line.org, "催报次数"),
        kept(line.org, "最近催报时间"),
        kept(line.org, "本年迟报次数"),
        {
          ...text(contacts.find((one) => one !== "") ?? ""),
          ...typed(reminderName, line.org, "联系人及电话"),
        },
        kept(line.org, "备注"),
      ];
    });
  return listSheet(reminderName, `${periodWords(period)}报表催报清单`, reminderHeadings, lines, {
    widths: [6, 12, 20, 10, 10, 10, 60, 16, 10, 12, 10, 14, 12, 20, 20],
    foot: lines.length === 0 ? "没有需要催报的单位。" : "",
  });
}

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/** A file's name without its folder. */
export const baseName = (file: string): string => file.split(/[\\/]/).at(-1) ?? file;

export const text = (value: string): LayoutCell => ({ value: value === "" ? null : value, style: "text" });
export const number = (value: number): LayoutCell => ({ value, style: "number" });

/** A list with a title, headings and a foot, as all lists of collecting look. */
export function listSheet(
  name: string,
  title: string,
  headings: readonly string[],
  lines: readonly (readonly LayoutCell[])[],
  { widths, foot, head = [] }: { widths: readonly number[]; foot: string; head?: readonly string[] },
): SheetLayout {
  const right = columnName(headings.length - 1);
  const first = head.length + 2;
  return {
    name,
    rows: [
      [{ value: title, style: "title" }],
      ...head.map((value): LayoutCell[] => [{ value, style: "note" }]),
      headings.map((value): LayoutCell => ({ value, style: "header" })),
      ...lines,
      ...(foot === "" ? [] : [[{ value: foot, style: "note" } as LayoutCell]]),
    ],
    merges: [
      `A1:${right}1`,
      ...head.map((_, index) => `A${index + 2}:${right}${index + 2}`),
      ...(foot === "" ? [] : [`A${first + lines.length + 1}:${right}${first + lines.length + 1}`]),
    ],
    widths,
    heights: { 0: 28 },
    freeze: `A${first + 1}`,
    print: { landscape: true, fitToWidth: true, repeatRows: [first, first] },
  };
}
