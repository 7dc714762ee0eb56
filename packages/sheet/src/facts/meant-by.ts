import type { Entry } from "../entry.ts";
import { textKey } from "../rules/text-key.ts";
import type { Claimed } from "./claimed-row.ts";
import { type LedgerOrgs, speakersOf } from "./ledger-orgs.ts";
import { isSameTarget } from "./same-target.ts";

export const saysTarget = ({ cells }: Entry): boolean => (cells.get("target")?.text ?? "") !== "";

/** The row that is meant, by its target and its program; of several that differ in one of these or in whose they are nobody can say (所指的行). */
export function meantBy(
  entry: Entry,
  rows: readonly Claimed[],
  names: LedgerOrgs["names"],
): Claimed | undefined {
  const among = (list: readonly Claimed[], test: (row: Entry) => boolean) => {
    const some = list.filter(({ row }) => test(row));
    return some.length > 0 ? some : list;
  };
  const program = ({ program: printed = "" }: Entry) => textKey(printed);
  const like = among(
    saysTarget(entry) ? among(rows, (row) => isSameTarget(entry, row)) : rows,
    (row) => program(row) === program(entry),
  );
  const [first] = like;
  const leads = ({ row }: Claimed) =>
    speakersOf(row)
      .map((printed) => names(row)(printed).name)
      .join("、");
  const isOne = like.every(
    (one) =>
      first &&
      program(one.row) === program(first.row) &&
      isSameTarget(one.row, first.row) &&
      saysTarget(one.row) &&
      leads(one) === leads(first),
  );
  return isOne || like.length === 1 ? first : undefined;
}
