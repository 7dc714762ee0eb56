import stringWidth from "string-width";

/** A column of a printed table: its heading and which side its cells keep to. */
export interface TextColumn {
  readonly heading: string;
  readonly align?: "left" | "right";
}

/**
 * A table for a terminal, each column as wide as its widest cell; a 汉字 takes two places (文本表格).
 * @example textTable([{ heading: "地区" }, { heading: "目标", align: "right" }], [["合计", "27,800"]])
 */
export function textTable(columns: readonly TextColumn[], rows: readonly (readonly string[])[]): string {
  const lines = [columns.map(({ heading }) => heading), ...rows.map((row) => row.map(safe))];
  const widths = columns.map((_, index) => Math.max(...lines.map((line) => stringWidth(line[index] ?? ""))));
  const rule = widths.map((width) => "─".repeat(width)).join("  ");
  const printed = lines.map((line) =>
    columns
      .map(({ align }, index) => pad(line[index] ?? "", widths[index] ?? 0, align ?? "left"))
      .join("  ")
      .trimEnd(),
  );
  return [printed[0], rule, ...printed.slice(1)].join("\n");
}

function pad(text: string, width: number, align: "left" | "right"): string {
  const space = " ".repeat(Math.max(0, width - stringWidth(text)));
  return align === "left" ? text + space : space + text;
}

/** A text from a sheet on one line, without control characters: a file must not steer the user's terminal. */
export const safe = (text: string): string =>
  text.replace(/\s+/g, " ").replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, "");
