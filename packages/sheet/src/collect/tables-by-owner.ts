import type { Answer, ReturnedTable } from "./returned.ts";
import type { Addressee, WhoseAnswers } from "./whose-answers.ts";

/**
 * A returned table once for every department that its rows go to (按归属分开): one that took over the work of two returns the
 * rows of both, and a name that the ledger does not know is that of whose rows it returns. What goes to nobody stays with
 * the first.
 */
export function byOwner(one: ReturnedTable, whose: WhoseAnswers): readonly ReturnedTable[] {
  const parts = new Map<string, { to: Addressee; answers: Answer[] }>();
  const rest: Answer[] = [];
  const kinds = new Map<string, "heir" | "stranger">();
  for (const answer of one.answers) {
    const to = whose.addresseeOf(answer);
    if (!to) {
      rest.push(answer);
      continue;
    }
    const key = to.isPart ? `${to.org}\n${to.of}` : to.org;
    const part = parts.get(key) ?? { to, answers: [] };
    parts.set(key, part);
    part.answers.push({ ...answer, row: to.row, ...(to.isCheck ? { isCheck: true } : {}) });
    if (to.claim === "unknown") kinds.set(key, "stranger");
    else if (to.claim === "heir") kinds.set(key, "heir");
  }
  const name = one.table.org?.name ?? "";
  const tables = [...parts].map(([key, { to, answers }]): ReturnedTable => {
    const kind = kinds.get(key);
    return {
      ...one,
      org: to.org,
      said: to.org,
      sentTo: [to.org],
      answers,
      added: [],
      ...(to.isPart && to.of !== undefined ? { part: to.of } : {}),
      ...(kind === undefined ? {} : { [kind]: name }),
    };
  });
  const first = tables.find(({ org, part }) => org === one.said && part === undefined) ?? tables[0] ?? one;
  const foreign = rest.map((answer): Answer => {
    const sentTo = whose.sentTo(answer.row);
    const isOthers = whose.ownerOf(answer.entry)?.as === "others";
    return sentTo.length === 0 || (!isOthers && first.org !== undefined && sentTo.includes(first.org))
      ? answer
      : { ...answer, sentTo: sentTo[0] ?? "" };
  });
  const whole = {
    ...first,
    answers: first === one ? foreign : inOrder([...first.answers, ...foreign]),
    added: one.added,
  };
  return tables.length === 0 ? [whole] : tables.map((table) => (table === first ? whole : table));
}

const inOrder = (answers: readonly Answer[]): Answer[] =>
  [...answers].sort((a, b) => a.entry.row - b.entry.row);
