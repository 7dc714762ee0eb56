import type { Entry } from "../entry.ts";
import { typedFields } from "./carried-on.ts";

/** True for a row that came back as it was sent out: nothing is filled in (空表行). */
export const isBlankAnswer = (entry: Entry): boolean =>
  [...typedFields, "actualLastYear" as const].every((field) => (entry.cells.get(field)?.text ?? "") === "");
