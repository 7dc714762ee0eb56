import type { FixId } from "@taizhang/finding";
import type { Edit } from "@taizhang/grid";
import type { Entry } from "../entry.ts";
import { fixCells, setCell } from "./edit-cell.ts";
import { type OrgName, orgNamesOf, orgsIn } from "./org-cells.ts";
import type { Rule } from "./rule.ts";
import { names } from "./seen.ts";
import type { Subject } from "./subject.ts";

/** The fix that puts another name in the place of this one in each of its cells; undefined where one holds a formula. */
export function renameIn(id: FixId, { name, cells }: OrgName, next: string) {
  const edits: (Edit | undefined)[] = [];
  const seen = new Set<string>();
  for (const { cell, view } of cells) {
    if (seen.has(cell.at.sheet + cell.at.ref)) continue;
    seen.add(cell.at.sheet + cell.at.ref);
    const { value } = cell;
    if (typeof value !== "string" || value.split(name).length !== 2) return undefined;
    edits.push(
      setCell(
        view.table.grid,
        cell.at,
        value.replace(name, () => next),
      ),
    );
  }
  return fixCells(id, edits);
}

/**
 * True where one of the org's tasks has a row of its successor as well, or of another org that became part of it: under
 * one name they would be one row twice, of which only the first counts (承接单位另有一行).
 */
export function isBesideSuccessor(subject: Subject, org: OrgName, next: string): boolean {
  const now = ({ answer }: OrgName) => answer.successors.map(({ name }) => name).join("\n");
  const others = orgNamesOf(subject).filter((one) => one.name !== org.name && now(one) === now(org));
  const kin = [next, ...others.map(({ name }) => name)];
  const entries = subject.tables.flatMap(({ data }) => data);
  const matters = new Set(entries.filter((entry) => isOf(entry, [org.name])).map(matterOf));
  return entries.some((entry) => matters.has(matterOf(entry)) && isOf(entry, kin));
}

/** The names of orgs in a row; where one of them was found, the tasks that it shares with its successor as well. */
export const seesSuccessors: Pick<Rule, "sees" | "differs"> = {
  sees: (seen) => `${orgsIn(seen)}\n${names(seen)}`,
  differs: (before, now, hadFindings) => hadFindings || orgsIn(before) !== orgsIn(now),
};

const matterOf = ({ task, indicator }: Entry): string => `${task}\n${indicator}`;

const isOf = ({ org, division, leads }: Entry, names: readonly string[]): boolean =>
  [org, division, ...leads].some((one) => names.some((name) => one?.endsWith(name)));
