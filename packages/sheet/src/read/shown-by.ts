import { isDateFormat } from "@taizhang/quantity";

/** What a number format makes of a number (数字格式的显示). */
export interface Shown {
  /** As a hundredth: 0.043 is shown as 4.3%. */
  readonly percent: boolean;
  /** As a day, a month or a year. */
  readonly date: boolean;
  /** Digits after the point; undefined for General and formats that say nothing. */
  readonly places: number | undefined;
}

const plain: Shown = { percent: false, date: false, places: undefined };
const known = new Map<string, Shown>();

/** What the cells of a format show; a sheet has a few formats and a hundred thousand cells, so each is read once. */
export function shownBy(format: string | undefined): Shown {
  if (format === undefined) return plain;
  const before = known.get(format);
  if (before) return before;
  if (known.size >= 1_000) known.clear();
  const shown = { percent: format.includes("%"), date: isDateFormat(format), places: placesIn(format) };
  known.set(format, shown);
  return shown;
}

function placesIn(format: string): number | undefined {
  const digits = format.split(";")[0]?.replace(/"[^"]*"|\[[^\]]*\]|\\./g, "");
  if (!digits || !/[0#]/.test(digits)) return undefined;
  return /\.([0#?]+)/.exec(digits)?.[1]?.length ?? 0;
}
