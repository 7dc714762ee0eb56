import {
  childrenOf,
  type Division,
  divisionOf,
  explain,
  historyOf,
  type Resolution,
  resolve,
  type UnitReference,
} from "@taizhang/admin-units";
import type { ExitCode, Session } from "../io.ts";
import { isDay } from "../period.ts";
import { printDivisions, printResolution } from "../print/units.ts";

export interface UnitsOptions {
  readonly json?: boolean;
  readonly within?: string;
  readonly on?: string;
}

/** Says which division or department a name means on a day (名称解析). */
export async function resolveUnit(session: Session, name: string, options: UnitsOptions): Promise<ExitCode> {
  const { on, within, json } = options;
  if (refuseDay(on, session)) return 2;
  const { towns } = await import("@taizhang/admin-units/towns"); // heavy, and only this command needs it
  const answer = resolve(name, {
    ...(within === undefined ? {} : { within }),
    ...(on === undefined ? {} : { on }),
    towns,
  });
  if (json) print(session, resolutionOutput(answer, session));
  else session.out(printResolution(name, answer, session));
  return 0;
}

/** The division of a code, those below it, or all that the code has meant (按代码查). */
export function showUnits(
  session: Session,
  what: "show" | "list" | "history",
  code: string,
  { on, json }: UnitsOptions,
): ExitCode {
  if (refuseDay(on, session)) return 2;
  const own = historyOf(code);
  const divisions =
    what === "history"
      ? own
      : what === "list"
        ? childrenOf(code, on)
        : [divisionOf(code, on) ?? own.at(-1)].filter((one) => one !== undefined);
  if (own.length === 0) {
    const message = session.words.usage.badCode(code);
    if (json) print(session, { units: [] }, [{ file: "", code: "unknownCode", message }]);
    else session.err(message);
    return 2;
  }
  if (json) print(session, what === "show" ? { ...divisions[0] } : { units: divisions });
  else session.out(printDivisions(divisions as readonly Division[], session));
  return 0;
}

function refuseDay(on: string | undefined, { err, words }: Session): boolean {
  if (on === undefined || isDay(on)) return false;
  err(words.usage.badDay(on));
  return true;
}

const print = ({ out }: Session, result: object, errors: readonly object[] = []) =>
  out(JSON.stringify({ schemaVersion: 1, ...result, findings: [], errors }, null, 2));

const named = ({ type, code, name, level, parent, from, until }: UnitReference) => ({
  type,
  code,
  name,
  level,
  parent,
  from,
  until,
});

const resolutionOutput = (answer: Resolution, { lang }: Session) => ({
  type: answer.type,
  code: answer.code,
  name: answer.name,
  short: answer.short,
  level: answer.level,
  parent: answer.parent,
  from: answer.from,
  until: answer.until,
  ended: answer.ended,
  successors: answer.successors.map(named),
  members: answer.members?.map(named),
  candidates: answer.candidates?.map(named),
  suggestions: answer.suggestions?.map(named),
  evidence: answer.evidence.map((one) => ({ code: one.code, message: explain(one, lang) })),
});
