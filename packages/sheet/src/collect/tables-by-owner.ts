import { isSameTarget } from "../facts/row-owners.ts";
import { put } from "../multimap.ts";
import { regionOf } from "../orgs/region.ts";
import type { AssignedRow, Assignments } from "../split/assignments.ts";
import type { Answer, ReturnedTable } from "./returned-table.ts";

type Owners = ReadonlyMap<AssignedRow, readonly string[]>;

/**
 * The returned tables, each once for every department for which its reporter speaks (按归属分开): one that took over the work
 * of two returns the rows of both, and a name that the ledger does not know is that of nobody, so that the rows say whose
 * they are where nobody else has returned them. The same answer as in totals (`ownersOf`).
 */
export function byOwner(
  tables: readonly ReturnedTable[],
  owners: Owners,
  { claim }: Pick<Assignments, "claim">,
): ReturnedTable[] {
  const spoken = tables.map((one) => {
    const { table, said, answers } = one;
    const name = table.org?.name;
    const foreign = answers.filter(({ row }) => said === undefined || !owners.get(row)?.includes(said));
    if (name === undefined || foreign.length === 0) return { one, foreign: [] };
    const claimOf = ({ row, entry }: Answer) => {
      // A row may say itself whose it is (责任单位).
      const claims = [name, ...entry.leads].map((printed) => claim(row, printed, regionOf(table)));
      return claims.find((own) => own.org !== undefined) ?? claims[0];
    };
    return { one, foreign: foreign.map((answer) => ({ answer, claim: claimOf(answer) })) };
  });
  const came = new Map<AssignedRow, ReturnedTable[]>();
  for (const one of tables) for (const { row } of one.answers) put(came, row, one);
  const isAlone = (one: ReturnedTable, row: AssignedRow) =>
    (came.get(row) ?? []).every(
      ({ table, said }) => table.period?.value !== one.table.period?.value || said === one.said,
    );
  return spoken.flatMap(({ one, foreign }) => {
    const byOrg = new Map<string, Answer[]>();
    const kinds = new Map<string, "heir" | "stranger">();
    for (const { answer, claim: own } of foreign) {
      const sentTo = owners.get(answer.row) ?? [];
      const isStranger =
        own?.as === "unknown" && isAlone(one, answer.row) && isSameTarget(answer.entry, answer.row.entry);
      const org = isStranger ? answer.row.answeredBy : sentTo.find((name) => name === own?.org);
      if (org === undefined || org === "") continue;
      const { sentTo: _, ...bare } = answer;
      put(byOrg, org, bare);
      if (isStranger || own?.as === "heir") kinds.set(org, isStranger ? "stranger" : "heir");
    }
    if (byOrg.size === 0) return [one];
    const moved = new Set([...byOrg.values()].flat().map(({ entry }) => entry));
    const rest = one.answers.filter(({ entry }) => !moved.has(entry));
    const isOwn = one.said !== undefined && one.sentTo.includes(one.said);
    const parts = [...byOrg].map(([org, answers]): ReturnedTable => {
      const kind = kinds.get(org);
      const name = one.table.org?.name ?? "";
      return {
        ...one,
        org,
        said: org,
        sentTo: [org],
        answers,
        added: [],
        ...(kind === undefined ? {} : { [kind]: name }),
      };
    });
    if (isOwn) return [{ ...one, answers: rest }, ...parts];
    // What belongs to nobody stays with the first.
    const [first, ...others] = parts;
    return first
      ? [
          { ...first, answers: [...first.answers, ...rest.map(foreignTo(first, owners))], added: one.added },
          ...others,
        ]
      : [one];
  });
}

/** A row that was sent to another than the table is of. */
const foreignTo =
  ({ org = "" }: ReturnedTable, owners: Owners) =>
  (answer: Answer): Answer => {
    const [first] = owners.get(answer.row) ?? [];
    return first === undefined || owners.get(answer.row)?.includes(org)
      ? answer
      : { ...answer, sentTo: first };
  };
