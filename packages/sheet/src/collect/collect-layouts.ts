import { type Grid, type SheetLayout, textOf } from "@taizhang/grid";
import { findingsSheet } from "../layout/findings-sheet.ts";
import type { Collected } from "./collect-returns.ts";
import { mergedSheet } from "./merged-sheet.ts";
import { registerSheet, registerSheetName, reminderSheet, stateWords } from "./register-sheet.ts";
import { returnSlip } from "./return-slip.ts";

/** What the register's sheets say beside what came in. */
export interface CollectLayoutOptions {
  /** The last day to send it in, and the day to count from. */
  readonly due?: string;
  readonly today?: string;
  /** The link to a returned file, relative to where the register will lie. */
  readonly linkTo: (file: string) => string;
}

/**
 * The sheets of the register (收件登记, 催报清单, 合并表, 问题清单) and a return slip for each department that must correct
 * something (退回单).
 */
export function collectLayouts(
  collected: Collected,
  options: CollectLayoutOptions,
): { register: readonly SheetLayout[]; slips: readonly { org: string; layout: SheetLayout }[] } {
  return {
    register: [
      registerSheet(collected),
      reminderSheet(collected, options),
      mergedSheet(collected),
      findingsSheet(collected.findings, "zh-CN", options.linkTo),
    ],
    slips: collected.register.flatMap((line) => {
      const layout = returnSlip(line, collected, options);
      return layout ? [{ org: line.org, layout }] : [];
    }),
  };
}

/** The orgs that an earlier register sent back (上次退回的单位): what they send now is 重报. */
export function sentBackBefore(grids: readonly Grid[]): ReadonlySet<string> {
  const rows = grids.find(({ name }) => name === registerSheetName)?.rows ?? [];
  const texts = rows.map((row = []) => row.map((value) => textOf(value ?? null).trim()));
  const head = texts.find((row) => row.includes("单位") && row.includes("状态")) ?? [];
  const [org, state] = [head.indexOf("单位"), head.indexOf("状态")];
  return new Set(
    texts.flatMap((row) =>
      org >= 0 && [stateWords.sentBack, stateWords.again].some((word) => row[state]?.startsWith(word))
        ? [row[org] ?? ""]
        : [],
    ),
  );
}
