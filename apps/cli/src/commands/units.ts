import { explain, type Resolution, resolve, type UnitReference } from "@taizhang/admin-units";
import type { ExitCode, Session } from "../io.ts";
import { printResolution } from "../print/units.ts";
import { refuseCode, refuseDay, type UnitsOptions } from "./unit-codes.ts";

/** Says which division or department a name means on a day (名称解析). */
export async function resolveUnit(session: Session, name: string, options: UnitsOptions): Promise<ExitCode> {
  const { on, within, json } = options;
  if (refuseDay(on, session)) return 2;
  if (within !== undefined && (await refuseCode(within, session, json))) return 2;
  const { towns } = await import("@taizhang/admin-units/towns"); // heavy, and only this command needs it
  const answer = resolve(name, {
    ...(within === undefined ? {} : { within }),
    ...(on === undefined ? {} : { on }),
    towns,
  });
  if (json) session.out(JSON.stringify(resolutionOutput(answer, session), null, 2));
  else session.out(printResolution(name, answer, session));
  return 0;
}

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
  schemaVersion: 1,
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
  findings: [],
  errors: [],
});
