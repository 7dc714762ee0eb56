import type { Correction } from "@taizhang/sheet";

/** What a correction is about: the header of a column, or the sheet whose header rows are given. */
export const subjectOf = (one: Correction): string =>
  "headerRows" in one ? `sheet ${one.sheet.trim()}` : one.header;

/** The corrections with more; of two about the same thing the later stands (更正). */
export function withCorrections(before: readonly Correction[], more: readonly Correction[]): Correction[] {
  const subjects = new Set(more.map(subjectOf));
  return [...before.filter((one) => !subjects.has(subjectOf(one))), ...more];
}

/** Every correction about this sheet's header and columns, for taking them back. */
export const subjectsOfSheet = (
  sheet: string,
  columns: readonly { readonly header: string; readonly path: readonly string[] }[],
): string[] => [`sheet ${sheet.trim()}`, ...columns.flatMap(({ header, path }) => [header, path.join("/")])];
