import type { Grid, SheetLayout } from "@taizhang/grid";
import { comparePeriods } from "@taizhang/model";
import { findingsSheet } from "../layout/findings-sheet.ts";
import { periodWords } from "../layout/words.ts";
import { periodIn } from "../recognise/report-period.ts";
import type { Collected } from "./collect-returns.ts";
import { type ListLine, listLines } from "./list-lines.ts";
import { mergedSheet } from "./merged-sheet.ts";
import type { ReportedBefore } from "./register-line.ts";
import { registerSheet, registerSheetName, reminderSheet, stateWords } from "./register-sheet.ts";
import { returnSlip } from "./return-slip.ts";
import { typedBefore } from "./typed-before.ts";

/** What the register's sheets say beside what came in. */
export interface CollectLayoutOptions {
  /** The last day to send it in, and the day to count from. */
  readonly due?: string;
  readonly today?: string;
  /** The link to a returned file, relative to where the register will lie. */
  readonly linkTo: (file: string) => string;
  /** The sheets of an earlier register: what staff typed into them is kept. */
  readonly before?: readonly Grid[];
}

/**
 * The sheets of the register (收件登记, 催报清单, 合并表, 问题清单) and a return slip for each department that must correct
 * something (退回单).
 */
export function collectLayouts(
  collected: Collected,
  options: CollectLayoutOptions,
): { register: readonly SheetLayout[]; slips: readonly { org: string; layout: SheetLayout }[] } {
  const typed = typedBefore(options.before ?? [], collected.period);
  return {
    register: [
      registerSheet(collected, typed),
      reminderSheet(collected, options, typed),
      mergedSheet(collected),
      findingsSheet(collected.findings, "zh-CN", options.linkTo),
    ],
    slips: collected.register.flatMap((line) => {
      const layout = returnSlip(line, collected, options);
      return layout ? [{ org: line.org, layout }] : [];
    }),
  };
}

/** The lines of an earlier register by their headings (上次登记). */
function linesBefore(grids: readonly Grid[]): ListLine["text"][] {
  const grid = grids.find(({ name }) => name === registerSheetName);
  return grid ? listLines(grid).map(({ text }) => text) : [];
}

/** What the two files of collecting are of (登记与本次收件). */
export interface RegisterPeriods {
  /** The period that the register prints; "" where it is no register. */
  readonly register: string;
  /** It is that of the returns; true where none is asked for. */
  readonly same: boolean;
  /** It is of a period before: only what holds on from period to period is taken from it. */
  readonly earlier: boolean;
}

/**
 * Whether an earlier register is of the period that is collected (上次登记的报告期): what was in order in February says nothing of
 * March.
 *
 * @example
 * periodOfRegister(grids, "2016-03") // { register: "2016年2月", same: false, earlier: true }
 */
export function periodOfRegister(grids: readonly Grid[], period?: string): RegisterPeriods {
  const register = linesBefore(grids)
    .map((line) => line("报告期"))
    .find((text) => text !== "");
  const same = register !== undefined && (period === undefined || register === periodWords(period));
  const own = register === undefined ? undefined : periodIn(register);
  const earlier = own !== undefined && period !== undefined && comparePeriods(own, period) < 0;
  return { register: register ?? "", same, earlier };
}

/** The orgs that an earlier register sent back (上次退回的单位): what they send now is 重报. */
export const sentBackBefore = (grids: readonly Grid[]): ReadonlySet<string> =>
  new Set(
    linesBefore(grids).flatMap((line) =>
      [stateWords.sentBack, stateWords.again].some((word) => line("状态").startsWith(word))
        ? [line("单位")]
        : [],
    ),
  );

/** The orgs whose return was in order in an earlier register (上次已收的单位): they need not send it again. */
export const reportedBefore = (grids: readonly Grid[]): ReadonlyMap<string, ReportedBefore> =>
  new Map(
    linesBefore(grids).flatMap((line): [string, ReportedBefore][] => {
      const state = (["reported", "again"] as const).find((one) => line("状态").startsWith(stateWords[one]));
      if (!state || line("单位") === "") return [];
      const files = line("文件")
        .split("、")
        .filter((file) => file !== "");
      const [answered, filledBy, filledOn] = [Number(line("已报项数")), line("填报人"), line("报出日期")];
      return [
        [
          line("单位"),
          { state, answered: Number.isFinite(answered) ? answered : 0, files, filledBy, filledOn },
        ],
      ];
    }),
  );
