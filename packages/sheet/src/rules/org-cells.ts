import { type Resolution, resolve, splitOrgList } from "@taizhang/admin-units";
import type { Cell } from "../entry.ts";
import type { Field } from "../field.ts";
import { regionOf } from "../orgs/region.ts";
import { withinOf } from "../orgs/within.ts";
import { reporterCell } from "./reporter-cell.ts";
import type { SeenRow } from "./rule.ts";
import { printed } from "./seen.ts";
import { type Subject, type TableView, valueIn } from "./subject.ts";

/** One name of an organisation in a file, with all cells that hold it (单位名称). */
export interface OrgName {
  readonly name: string;
  readonly cells: readonly { readonly cell: Cell; readonly view: TableView }[];
  readonly answer: Resolution;
  /** The day on which it was looked up; undefined where no sheet and nobody says the year. */
  readonly day?: string;
  /** The code of the division whose sheet it stands in, where that is known. */
  readonly within?: string;
  /** It is said to report the sheet (填报单位): a place of that name there is meant and no other. */
  readonly reports?: true;
}

const known = new WeakMap<Subject, readonly OrgName[]>();
const orgFields: readonly Field[] = ["lead", "support", "reporter", "division"];
/** No names: blanks, the level itself, totals, and masks (those are S08's). */
const noName =
  /^(?:[-–—―─/\\.]+|无|暂无|待定|不涉及|待明确|同上|各有关|全[省市区县州旗镇乡].{0,2}|合计|小计|总计|共计|其中.*|.{0,6}本级|[市县区州省]直|.*[*＊×]{2,}.*)$/;

/** A sheet with more different texts than this names no departments, and near names are dear to look for. */
const mostTexts = 2_000;

/** What a rule may have something to say about: known names in force need no further look. */
const isTelling = (name: string, answer: Resolution): boolean =>
  answer.type === "unknown" ||
  answer.type === "group" ||
  answer.ended === true ||
  isOfOtherLevel(name, answer);

/** 区民政厅: a 厅 is a province's, and below it the body is a 局. */
export const isOfOtherLevel = (name: string, { type, name: right = "" }: Resolution): boolean =>
  type === "department" && /厅$/.test(name) && right.endsWith("局");

/**
 * The names of the reporters and in the org columns of all tables that are unknown, ended, of another level or groups,
 * once a file, each looked up as a whole before it is taken apart.
 */
export function orgNamesOf(subject: Subject): readonly OrgName[] {
  const before = known.get(subject);
  if (before) return before;
  const found = new Map<string, OrgName & { cells: { cell: Cell; view: TableView }[] }>();
  for (const view of subject.tables) {
    const day = dayOf(view, subject);
    const within = subject.context.within ?? placeOfSheet(view, day);
    const look = (name: string) => resolve(name, { within, on: day });
    const parts = new Map<string, readonly { name: string; answer: Resolution }[]>();
    const note = (name: string, answer: Resolution, cell: Cell, reports?: true) => {
      const key = `${view.table.file}\n${name}`;
      const one = found.get(key);
      if (one) one.cells.push({ cell, view });
      else
        found.set(key, {
          name,
          cells: [{ cell, view }],
          answer,
          ...(day ? { day } : {}),
          ...(within ? { within } : {}),
          ...(reports ? { reports } : {}),
        });
    };
    const reporter = reporterCell(view);
    const who = reporter && look(reporter.name);
    if (who && who.type !== "group" && isTelling(reporter.name, who))
      note(reporter.name, who, reporter.cell, true);
    let lastRow = -1;
    for (const entry of view.data) {
      if (entry.row === lastRow) continue; // a cross-tab has one entry a block
      lastRow = entry.row;
      for (const field of orgFields) {
        const text = valueIn(view, entry, field);
        if (typeof text !== "string" || text === "" || text.length > 120) continue;
        let names = parts.get(text);
        if (!names) {
          names =
            parts.size < mostTexts
              ? namesIn(text.trim(), look).filter(({ name, answer }) => isTelling(name, answer))
              : [];
          parts.set(text, names);
        }
        const cell = names.length > 0 ? entry.cells.get(field) : undefined;
        if (!cell || cell.carried) continue;
        for (const { name, answer } of names) note(name, answer, cell);
      }
    }
  }
  const list = [...found.values()];
  known.set(subject, list);
  return list;
}

function namesIn(text: string, look: (name: string) => Resolution): { name: string; answer: Resolution }[] {
  if (noName.test(text)) return [];
  const whole = look(text);
  if (whole.type !== "unknown") return [{ name: text, answer: whole }];
  return splitOrgList(text).flatMap(({ text: name }) => {
    if (noName.test(name) || name.length > 24) return [];
    const answer = look(name);
    // 区教育局（体育局）: one body with two names
    const bare = answer.type === "unknown" ? /^(.{2,}?)[（(][^（()）]*[)）]$/.exec(name)?.[1] : undefined;
    const known = bare === undefined ? answer : look(bare);
    return [{ name, answer: known.type === "unknown" ? answer : known }];
  });
}

/** The first day of the plan's year; else the day given. */
const dayOf = ({ year }: TableView, { context }: Subject): string | undefined =>
  year ? `${year}-01-01` : context.on;

/** The division whose sheet it is: the one over all its divisions, or the one that the title or the reporter names. */
function placeOfSheet(view: TableView, day: string | undefined): string | undefined {
  const divisions = view.data.flatMap(({ division }) => division ?? []);
  const above = divisions.length > 0 ? withinOf(divisions.slice(0, 200), day) : undefined;
  if (above) return above;
  const region = regionOf(view.table);
  const answer = region === undefined ? undefined : resolve(region, { on: day });
  return answer?.type === "division" ? answer.code : undefined;
}

/** What the rules of names see of a row: its org cells, and its division, which may tell the place of the sheet. */
export const orgsIn = (seen: SeenRow): string =>
  printed(seen, ...orgFields) + seen.entries.map(({ division }) => division).join("|");
