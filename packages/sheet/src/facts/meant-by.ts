import type { Entry } from "../entry.ts";
import { textKey } from "../rules/text-key.ts";
import type { Claimed } from "./claimed-row.ts";
import { isSameTarget } from "./same-target.ts";

export const saysTarget = ({ cells }: Entry): boolean => (cells.get("target")?.text ?? "") !== "";

/** The row that is meant, by its target and its program; of several that differ in one of these nobody can say (所指的行). */
export function meantBy(entry: Entry, rows: readonly Claimed[]): Claimed | undefined {
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
  const isOne = like.every(
    ({ row }) =>
      first && program(row) === program(first.row) && isSameTarget(row, first.row) && saysTarget(row),
  );
  return isOne || like.length === 1 ? first : undefined;
}
