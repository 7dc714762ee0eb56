import type { Finding } from "@taizhang/finding";
import { ordering } from "../check.ts";
import type { Subject } from "../rules/subject.ts";
import { settling } from "../settings/apply-settings.ts";
import { keysFrom } from "../settings/finding-key.ts";
import { missingFrom } from "./part.ts";
import type { Difference } from "./run-rules.ts";
import { InOrder, type Sorted } from "./sorted-findings.ts";

/** What a change took away and what it brought (问题的增减). */
export interface FindingChanges {
  /** New findings, as they stand in `findings`. */
  readonly added: readonly Finding[];
  /** Findings of before that are gone, or that say something else now. */
  readonly removed: readonly Finding[];
}

/** The findings as users see them, in order, and how they differ from those before. */
export interface Results {
  readonly inOrder: InOrder;
  readonly changes: FindingChanges;
}

/** What stood before a change; the changed rows by sheet, undefined for a sheet that was recognised anew. */
interface Earlier {
  readonly results: Results;
  readonly subject: Subject;
  readonly rows: ReadonlyMap<string, readonly number[] | undefined>;
}

/** Settles what the rules found and puts it in order; after a change only what is not as it was (结果). */
export function resultsOf(differences: readonly Difference[], subject: Subject, before?: Earlier): Results {
  const gone = new Map<Finding, number>();
  const come = new Map<Finding, number>();
  for (const { rule, before: old, now, rows } of differences) {
    for (const raw of missingFrom(old, now, rows)) gone.set(raw, rule);
    for (const raw of missingFrom(now, old, rows)) come.set(raw, rule);
  }
  for (const { raw, rule } of before ? explained(before, subject) : [])
    if (!gone.has(raw)) {
      gone.set(raw, rule);
      come.set(raw, rule);
    }
  const removed = before ? sortable(gone, before.subject) : [];
  const added = sortable(come, subject);
  return {
    inOrder: (before?.results.inOrder ?? new InOrder()).with(removed, added),
    changes: { added: added.map(({ finding }) => finding), removed: removed.map(({ finding }) => finding) },
  };
}

/** Findings with the places that they have among all; those of rules that are switched off are left out. */
function sortable(found: ReadonlyMap<Finding, number>, { readings, tables, settingsOf }: Subject): Sorted[] {
  if (found.size === 0) return [];
  const views = new Map(tables.map((view) => [view.table, view]));
  const keys = () => keysFrom(readings, (table) => views.get(table)?.entries ?? []);
  const settle = settling(settingsOf, keys);
  const orderOf = ordering(readings);
  const list: Sorted[] = [];
  for (const [raw, rule] of found) {
    const finding = settle(raw);
    if (finding) list.push({ ...orderOf(finding), raw, rule });
  }
  return list;
}

/** Where anything is explained, findings of changed rows: the value that was explained may be another. */
function explained({ results, rows }: Earlier, { readings, settingsOf }: Subject): readonly Sorted[] {
  const files = new Set(readings.map(({ file }) => file));
  const codes = new Set(
    [...files].flatMap((file) => settingsOf(file).explanations.map(({ code }): string => code)),
  );
  if (codes.size === 0) return [];
  const isChanged = ({ raw, cell }: Sorted): boolean => {
    const [place] = raw.at;
    if (place?.kind !== "cell" || !codes.has(raw.code)) return false;
    const changed = rows.get(place.sheet);
    return !changed || changed.includes(Math.floor(cell / columnsOfSheet));
  };
  return results.inOrder.filter(isChanged);
}

/** How many columns a sheet has: cells are counted through the rows. */
const columnsOfSheet = 16_384;
