import { isSpeaker, ownerAmong } from "../facts/row-owners.ts";
import { put } from "../multimap.ts";
import { regionOf } from "../orgs/region.ts";
import type { AssignedRow, Assignments } from "../split/assignments.ts";
import type { Answer, ReturnedTable } from "./returned.ts";

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
  const came = new Map<AssignedRow, { readonly one: ReturnedTable; readonly answer: Answer }[]>();
  for (const one of tables) for (const answer of one.answers) put(came, answer.row, { one, answer });
  const claimedIn = ({ table }: ReturnedTable, { row, entry }: Answer) => {
    // A row may say itself whose it is (责任单位).
    const printed = [...(table.org ? [table.org.name] : []), ...entry.leads];
    const claims = printed.map((name) => claim(row, name, regionOf(table)));
    const own = claims.find(({ org }) => org !== undefined) ?? claims[0];
    return own && { entry, row: row.entry, claim: own.claim, org: own.by, speaksFor: own.org };
  };
  const ownerOf = (one: ReturnedTable, answer: Answer) => {
    const own = claimedIn(one, answer);
    const all = (came.get(answer.row) ?? []).flatMap((other) => {
      const claimed = other.answer === answer ? own : claimedIn(other.one, other.answer);
      return claimed ? [{ claimed, period: other.one.table.period?.value }] : [];
    });
    const together = all.filter(({ period }) => period === one.table.period?.value);
    const isReported = all.some(({ claimed }) => isSpeaker(claimed.claim));
    return (
      own && {
        ...ownerAmong(
          own,
          together.map(({ claimed }) => claimed),
          isReported,
        ),
        speaksFor: own.speaksFor,
      }
    );
  };
  return tables.flatMap((one) => {
    const { said } = one;
    const byOrg = new Map<string, Answer[]>();
    const kinds = new Map<string, "heir" | "stranger">();
    for (const answer of one.table.org === undefined ? [] : one.answers) {
      const sentTo = owners.get(answer.row) ?? [];
      if (said !== undefined && sentTo.includes(said)) continue;
      const owner = ownerOf(one, answer);
      if (owner?.as !== "own") continue;
      // Who speaks for the place of a row answers it, to whomever the row was sent.
      const org = sentTo.find((name) => name === owner.speaksFor) ?? answer.row.answeredBy;
      if (org === "") continue;
      const { sentTo: _, ...bare } = answer;
      put(byOrg, org, bare);
      if (owner.claim === "unknown") kinds.set(org, "stranger");
      else if (owner.claim === "heir") kinds.set(org, "heir");
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
