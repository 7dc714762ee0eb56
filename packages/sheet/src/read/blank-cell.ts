import type { Cell } from "../entry.ts";

/** The cell at its place with nothing in it (视为空格). */
export const blankOf = ({ at, column, format }: Cell): Cell => ({
  at,
  column,
  value: null,
  text: "",
  carried: false,
  ...(format === undefined ? {} : { format }),
});
