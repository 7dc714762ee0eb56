import { isOutOfTouch } from "./failure.ts";
import { run } from "./run-excel.ts";
import type { Mark } from "./workbook.ts";

/** Every mark of ours says so in its formula, so that copies made by pasting are found again. */
const ours = '"taizhang"="taizhang"';
const formula = `=${ours}`;

const edges: Readonly<Record<Mark["weight"], "Continuous" | "Dash" | "Dot" | undefined>> = {
  A: "Continuous",
  B: "Dash",
  C: "Dot",
  D: undefined,
};
const colours: Readonly<Record<Mark["weight"], readonly [edge: string, tint: string]>> = {
  A: ["#C50F1F", "#FDF3F4"],
  B: ["#BC4B09", "#FDF6F3"],
  C: ["#0F6CBD", "#EBF3FC"],
  D: ["#616161", "#F5F5F5"],
};

/**
 * Takes all marks of ours away and sets these: one round trip to look, one to write. A protected sheet is left as it is;
 * resolves with the names of those where something was to be done.
 */
export async function setMarks(
  context: Excel.RequestContext,
  sheets: readonly string[],
  marks: readonly Mark[],
): Promise<readonly string[]> {
  const formats = loadFormats(context, sheets);
  const guards = loadGuards(context, sheets);
  const cells = marks.map((mark) => {
    const range = context.workbook.worksheets.getItem(mark.sheet).getRange(mark.ref);
    range.load("format/fill/color");
    return { mark, range };
  });
  await context.sync();
  const guarded = new Set(sheets.filter((_, at) => isGuarded(guards[at])));
  const open = sheets.filter((name) => !guarded.has(name));
  const marked = new Set(sheets.filter((_, at) => formats[at]?.items.some(isOurs)));
  for (const { mark } of cells) marked.add(mark.sheet);
  const left = sheets.filter((name) => guarded.has(name) && marked.has(name));
  if (left.length === marked.size) return left;
  for (const [at, { items }] of formats.entries())
    if (!guarded.has(sheets[at] ?? "")) for (const format of items) if (isOurs(format)) format.delete();
  const own = cells.filter(({ mark }) => !guarded.has(mark.sheet));
  for (const { sheet, weight, plain, refs } of gathered(own)) put(context, sheet, refs, weight, plain);
  try {
    await context.sync();
  } catch (error) {
    if (!isOutOfTouch(error)) await clearMarks(open);
    throw error;
  }
  return left;
}

function loadGuards(context: Excel.RequestContext, sheets: readonly string[]): Excel.WorksheetProtection[] {
  return sheets.map((name) => {
    const { protection } = context.workbook.worksheets.getItem(name);
    protection.load("protected,options/allowFormatCells");
    return protection;
  });
}

/** True where the protection keeps the looks of cells from being changed. */
const isGuarded = (guard: Excel.WorksheetProtection | undefined): boolean =>
  guard?.protected === true && guard.options?.allowFormatCells !== true;

/** A request that fails half-way keeps what it did: no mark is better than some. */
async function clearMarks(sheets: readonly string[]): Promise<void> {
  await run(async (context) => {
    const formats = loadFormats(context, sheets);
    await context.sync();
    for (const { items } of formats) for (const format of items) if (isOurs(format)) format.delete();
    await context.sync();
  });
}

/** True if some sheet has a mark of ours. */
export async function someMarks(context: Excel.RequestContext, sheets: readonly string[]): Promise<boolean> {
  const formats = loadFormats(context, sheets);
  await context.sync();
  return formats.some(({ items }) => items.some(isOurs));
}

function loadFormats(
  context: Excel.RequestContext,
  sheets: readonly string[],
): Excel.ConditionalFormatCollection[] {
  return sheets.map((name) => {
    const formats = context.workbook.worksheets.getItem(name).getRange().conditionalFormats;
    formats.load("items/type,items/customOrNullObject/rule/formula");
    return formats;
  });
}

const isOurs = ({ type, customOrNullObject }: Excel.ConditionalFormat): boolean =>
  type === "Custom" && !customOrNullObject.isNullObject && customOrNullObject.rule.formula.includes(ours);

interface Gathered {
  readonly sheet: string;
  readonly weight: Mark["weight"];
  readonly plain: boolean;
  readonly refs: string[];
}

/** Cells of a sheet that look alike, at most so many that their address stays short. */
function gathered(cells: readonly { readonly mark: Mark; readonly range: Excel.Range }[]): Gathered[] {
  const found = new Map<string, Gathered[]>();
  for (const { mark, range } of cells) {
    const plain = isPlain(range.format.fill.color);
    const key = `${mark.sheet} ${mark.weight} ${plain}`;
    const list = found.get(key) ?? [];
    const last = list.at(-1);
    if (last && last.refs.length < mostCells) last.refs.push(mark.ref);
    else list.push({ sheet: mark.sheet, weight: mark.weight, plain, refs: [mark.ref] });
    found.set(key, list);
  }
  return [...found.values()].flat();
}

const mostCells = 200;

/** A cell without a fill reads as white. */
const isPlain = (fill: string | null): boolean => fill === "" || fill?.toUpperCase() === "#FFFFFF";

const sides = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const;

/** An edge by weight, and a faint tint only where the cells have no fill of their own. The user's rules stand above it. */
function put(
  context: Excel.RequestContext,
  sheet: string,
  refs: readonly string[],
  weight: Mark["weight"],
  plain: boolean,
): void {
  const format = context.workbook.worksheets
    .getItem(sheet)
    .getRanges(refs.join(","))
    .conditionalFormats.add("Custom");
  const { custom } = format;
  const [edge, tint] = colours[weight];
  const style = edges[weight];
  custom.rule.formula = formula;
  if (style)
    for (const side of sides) {
      const border = custom.format.borders.getItem(side);
      border.style = style;
      border.color = edge;
    }
  if (plain) custom.format.fill.color = tint;
  format.priority = -1;
}
