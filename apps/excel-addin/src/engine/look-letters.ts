import { type LayoutCell, type LayoutStyle, layoutCell, type SheetLayout } from "@taizhang/grid";

/** A letter for each style, so that a workbook can keep how thousands of cells were to look. */
const letters: Readonly<Record<LayoutStyle, string>> = {
  title: "T",
  note: "n",
  header: "h",
  text: "t",
  number: "d",
  total: "s",
  input: "i",
  link: "l",
  severityA: "A",
  severityB: "B",
  severityC: "C",
  severityD: "D",
};
/** The style of a letter. */
export const styles: ReadonlyMap<string, LayoutStyle> = new Map(
  (Object.entries(letters) as [LayoutStyle, string][]).map(([style, letter]) => [letter, style]),
);
/** A cell without a style. */
export const plain = "-";

/** How the cells of a row are to look, a letter each. */
export const lettersOf = (row: SheetLayout["rows"][number]): string =>
  row.map((cell) => letterOf(layoutCell(cell))).join("");

const letterOf = ({ style }: LayoutCell): string => (style === undefined ? plain : letters[style]);
