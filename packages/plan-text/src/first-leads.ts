import type { NamedOrg, Statement } from "./statement.ts";

const words =
  "[,。;(]?(?:其中)?(?:各项(?:工作|任务)?)?(?:责任单位)?(?:(?:排|列)(?:名|序)?(?:在)?(?:第一|首位)(?:位|个)?(?:的|者)?(?:责任)?(?:单位|部门)?|第一个(?:单位|部门)|第一责任单位)(?:为|是)(?:总)?牵头(?:单位|部门)?[,;]?(?:以?下同)?[)]?";
const note = new RegExp(words);
const everyNote = new RegExp(words, "g");

/** The words without the note that the first name leads (列第一位者为牵头单位). */
export const withoutNote = (text: string): string =>
  text.includes("牵头") && /第一|首位/.test(text) ? text.replace(everyNote, "") : text;

/**
 * From where on a text names the one that leads first (排第一位的为牵头单位，下同): from the bracket that says so, or from the beginning
 * where a note says it of all; undefined where nothing says so.
 */
export function firstLeadsFrom(text: string): number | undefined {
  const match = note.exec(text);
  if (!match) return undefined;
  if (!/下同/.test(match[0])) return 0;
  // a bracket of its own behind the names speaks of the line that it closes
  if (match[0].startsWith("(") || text.charAt(match.index - 1) === "(")
    return text.lastIndexOf("\n", match.index) + 1;
  const open = text.lastIndexOf("(", match.index);
  return open >= 0 && match.index - open < 400 ? open : 0;
}

/** The names of a statement whose first one leads and whose others support. */
export function withFirstLead(statement: Statement): Statement {
  const { orgs } = statement;
  return orgs.length > 1 && orgs.every(({ kind }) => kind === "responsible")
    ? { ...statement, orgs: leadFirst(orgs) }
    : statement;
}

const leadFirst = (orgs: readonly NamedOrg[]): NamedOrg[] =>
  orgs.map((one, index) => ({ ...one, kind: index === 0 ? "lead" : "support" }));
