import {
  asOf,
  childrenOf,
  type Division,
  historyOf,
  type Towns,
  type Zone,
  zonesOf,
} from "@taizhang/admin-units";
import type { ExitCode, Session } from "../io.ts";
import { isDay } from "../period.ts";
import type { CodeMeaning } from "../print/units.ts";
import { printDivisions } from "../print/units.ts";

export interface UnitsOptions {
  readonly json?: boolean;
  readonly within?: string;
  readonly on?: string;
}

/** All that a code has meant: a division, a town, a zone; empty where nothing. */
async function meaningsOf(code: string): Promise<readonly CodeMeaning[]> {
  if (/^\d{9}$/.test(code)) return (await loadTowns()).coded(code).map(divisionMeaning);
  const divisions = historyOf(code);
  if (divisions.length > 0 || !/^\d{6}$/.test(code)) return divisions.map(divisionMeaning);
  return zonesOf(`${code.slice(0, 4)}00`)
    .filter((zone) => zone.code === code)
    .map(zoneMeaning);
}

const loadTowns = async (): Promise<Towns> => (await import("@taizhang/admin-units/towns")).towns;

const divisionMeaning = (division: Division): CodeMeaning => ({ type: "division", ...division });

const zoneMeaning = ({ code = "", name, parent, until, successors = [] }: Zone): CodeMeaning => ({
  type: "zone",
  code,
  name,
  parent,
  successors,
  ...(until === undefined ? {} : { until }),
});

/** The division of a code on a day, those below it, or all that the code has meant (按代码查). */
export async function showUnits(
  session: Session,
  what: "show" | "list" | "history",
  code: string,
  { on = asOf, json = false }: UnitsOptions,
): Promise<ExitCode> {
  if (refuseDay(on, session) || (await refuseCode(code, session, json))) return 2;
  const own = await meaningsOf(code);
  if (what === "show") {
    const division = meant(own, on);
    const ended = division?.until !== undefined && division.until <= on;
    if (json) print(session, { ...division, ended });
    else session.out(printDivisions(division === undefined ? [] : [division], session));
    return 0;
  }
  const units = what === "history" ? own : await below(own, code, on);
  if (json) print(session, { units });
  else session.out(printDivisions(units, session));
  return 0;
}

/** What a code means on a day: in force, else the last one ended, else the first to come. */
const meant = (own: readonly CodeMeaning[], on: string): CodeMeaning | undefined =>
  own.find(({ from = "", until }) => from <= on && (until === undefined || on < until)) ??
  own.findLast(({ until }) => until !== undefined && until <= on) ??
  own[0];

/** The divisions below a code, the towns below a county's. */
async function below(own: readonly CodeMeaning[], code: string, on: string): Promise<readonly CodeMeaning[]> {
  const divisions = childrenOf(code, on);
  const isLeaf =
    divisions.length === 0 &&
    own.some(({ type, level }) => type === "zone" || level === "county" || level === "prefecture");
  return (isLeaf ? (await loadTowns()).under(code, on) : divisions).map(divisionMeaning);
}

/** True, and said, where a code has never meant anything. */
export async function refuseCode(code: string, session: Session, json = false): Promise<boolean> {
  if ((await meaningsOf(code)).length > 0) return false;
  const message = session.words.usage.badCode(code);
  if (json) print(session, { units: [] }, [{ file: "", code: "unknownCode", message }]);
  else session.err(message);
  return true;
}

/** True, and said, where a text is no day. */
export function refuseDay(on: string | undefined, { err, words }: Session): boolean {
  if (on === undefined || isDay(on)) return false;
  err(words.usage.badDay(on));
  return true;
}

const print = ({ out }: Session, result: object, errors: readonly object[] = []) =>
  out(JSON.stringify({ schemaVersion: 1, ...result, findings: [], errors }, null, 2));
