import { type Finding, finding } from "@taizhang/finding";
import type { AssignedRow } from "../split/assignments.ts";
import type { ReturnedTable } from "./returned.ts";
import { headOf } from "./row-findings.ts";

/** U02: orgs of the ledger for which the one that took their work over has reported, once each (机构改革后填报). */
export function* renamedOrgs(
  rows: readonly AssignedRow[],
  accepted: ReadonlyMap<string, readonly ReturnedTable[]>,
): Generator<Finding> {
  for (const [org, tables] of accepted) {
    const heirs = tables.filter(({ heir }) => heir !== undefined);
    if (heirs.length === 0) continue;
    const now = [...new Set(heirs.flatMap(({ heir }) => heir ?? []))];
    const cells = rows.flatMap(({ leads, entry }) =>
      leads.includes(org) ? (entry.cells.get("lead")?.at ?? []) : [],
    );
    const [first, ...others] = cells;
    if (first)
      yield finding("U02", { name: org, now, count: cells.length, reported: true }, [first], {
        related: [...heirs.map(headOf), ...others.slice(0, 200)],
      });
  }
}
