import type { Finding, FindingCode } from "@taizhang/finding";
import type { SheetReading } from "../table.ts";
import { type FindingKey, findingKeys } from "./finding-key.ts";
import { type Explanation, lengthOfReason, type Settings, usualReasonLength } from "./settings.ts";

/**
 * The findings with the severities of the settings and the states of their explanations; those of rules that are
 * switched off are left out (应用设置). An explanation too short, or a release without a name, leaves a finding open.
 */
export function applySettings(
  found: Iterable<Finding>,
  readings: readonly SheetReading[],
  settingsOf: (file: string) => Settings,
): Finding[] {
  const settle = settling(settingsOf, () => findingKeys(readings));
  const result: Finding[] = [];
  for (const one of found) {
    const settledOne = settle(one);
    if (settledOne) result.push(settledOne);
  }
  return result;
}

/** A single finding as the settings have it; undefined where its rule is switched off. Keys are asked for when needed. */
export function settling(
  settingsOf: (file: string) => Settings,
  keys: () => (one: Finding) => FindingKey,
): (one: Finding) => Finding | undefined {
  let keyOf: ((one: Finding) => FindingKey) | undefined;
  return (one) => {
    const settings = settingsOf(fileOf(one));
    const rule = settings.rules[one.code];
    if (rule?.off) return undefined;
    const graded = rule?.severity ? { ...one, severity: rule.severity } : one;
    const candidates = byCode(settings).get(one.code);
    if (!candidates) return graded;
    keyOf ??= keys();
    const key = keyOf(one);
    const said = candidates.findLast((explanation) => isOf(explanation, key));
    return said ? stated(graded, said, settings) : graded;
  };
}

/** The file that a finding is about; for a missing return the ledger that expects it. */
const fileOf = ({ at, related }: Finding): string => {
  const cell = [...at, ...related].find((place) => place.kind === "cell");
  return cell?.kind === "cell" ? cell.file : "";
};

const grouped = new WeakMap<Settings, ReadonlyMap<FindingCode, readonly Explanation[]>>();

function byCode(settings: Settings): ReadonlyMap<FindingCode, readonly Explanation[]> {
  const before = grouped.get(settings);
  if (before) return before;
  const groups = new Map<FindingCode, Explanation[]>();
  for (const one of settings.explanations) groups.set(one.code, [...(groups.get(one.code) ?? []), one]);
  grouped.set(settings, groups);
  return groups;
}

/** A value written by hand may be the cell's alone; one that we wrote also names the figures it was compared with. */
const isOf = (explanation: Explanation, key: FindingKey): boolean =>
  plain(explanation.row) === plain(key.row) &&
  (explanation.value === key.value || explanation.value === key.value.split("；")[0]) &&
  (["sheet", "column", "period"] as const).every(
    (part) => explanation[part] === undefined || plain(explanation[part]) === plain(key[part] ?? ""),
  );

const plain = (text: string): string => text.replace(/\s+/g, "");

function stated(found: Finding, { reason, by }: Explanation, { parameters }: Settings): Finding {
  const said = { ...(by ? { by } : {}), ...(reason === "" ? {} : { reason }) };
  if (found.severity === "D") return { ...found, ...said, status: "ignored" };
  if (lengthOfReason(reason) < (parameters.reasonLength ?? usualReasonLength)) return found;
  if (found.severity !== "A") return { ...found, ...said, status: "explained" };
  return by ? { ...found, ...said, status: "released" } : found;
}
