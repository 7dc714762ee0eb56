import { type Resolution, resolve } from "@taizhang/admin-units";
import type { Lang } from "@taizhang/finding";
import { completion, light, lightPresets, pace } from "@taizhang/kpi";
import {
  type Decimal,
  dateOfSerial,
  decimal,
  decimalOfNumber,
  multiply,
  parsePeriod,
  readNumber,
  toNumber,
} from "@taizhang/quantity";
import type { FunctionAnswer } from "../workbook/workbook.ts";
import type { SheetFunction } from "./function-ids.ts";
import { functionWords } from "./sheet-functions.words.ts";

/** The answer of a custom function; a blank figure is missing and never 0. */
export function answerFunction(name: SheetFunction, given: readonly unknown[], lang: Lang): FunctionAnswer {
  const words = functionWords[lang];
  const [first, second, third] = given;
  switch (name) {
    case "COMPLETION":
      return completionRate(first, second, third, words);
    case "PACE":
      return paceOf(first, second, third, words);
    case "LIGHT":
      return lightOf(first, second, third, words);
    case "DIVISION":
      return divisionOf(first, second, third, words);
    case "DEPARTMENT":
      return departmentOf(first, second, third, words);
  }
}

type Words = (typeof functionWords)[Lang];

const missing = (why: string): FunctionAnswer => ({ error: "notAvailable", why });
const invalid = (why: string): FunctionAnswer => ({ error: "invalidValue", why });
const isBlank = (given: unknown): boolean => given === null || given === undefined || given === "";

/** The exact amount of a number, or of a text that says one; undefined where there is none to read. */
function amountOf(given: unknown): Decimal | undefined {
  if (typeof given === "number") return decimalOfNumber(given);
  if (typeof given !== "string") return undefined;
  const percent = /^(.*)[%％]$/.exec(given.trim());
  const read = readNumber(percent?.[1] ?? given);
  if (!read) return undefined;
  const power = (read.power ?? 0) - (percent ? 2 : 0);
  const by = power >= 0 ? `1${"0".repeat(power)}` : `0.${"0".repeat(-power - 1)}1`;
  return multiply(read.value, decimal(by));
}

function completionRate(actual: unknown, target: unknown, direction: unknown, words: Words): FunctionAnswer {
  if (isBlank(actual)) return missing(words.noActual);
  if (isBlank(target)) return missing(words.noTarget);
  const [a, t] = [amountOf(actual), amountOf(target)];
  if (a === undefined || t === undefined) return invalid(words.noNumber);
  const down = /^(?:down|下|逆|越低越好|逆指标)$/i.test(`${direction ?? ""}`.trim());
  const { rate, met } = completion({ direction: down ? "down" : "up", target: t, actual: a });
  if (down) return { value: met ? words.met : words.notMet };
  return rate === undefined ? { error: "divisionByZero", why: words.zeroTarget } : { value: toNumber(rate) };
}

/** A day from a date of the sheet or a text "2016-10-25". */
function dayOf(given: unknown): string | undefined {
  if (typeof given === "number") return dateOfSerial(given);
  return typeof given === "string" && /^\d{4}-\d{2}-\d{2}$/.test(given.trim()) ? given.trim() : undefined;
}

function paceOf(period: unknown, start: unknown, deadline: unknown, words: Words): FunctionAnswer {
  const text =
    typeof period === "number" && period > 10_000
      ? dayOf(period)?.slice(0, 7)
      : parsePeriod(`${period ?? ""}`);
  if (text === undefined) return invalid(words.noPeriod);
  const [from, to] = [dayOf(start), dayOf(deadline)];
  if ((!isBlank(start) && from === undefined) || (!isBlank(deadline) && to === undefined))
    return invalid(words.noDay);
  const share = pace({ period: text, ...(from ? { start: from } : {}), ...(to ? { deadline: to } : {}) });
  return share === undefined ? missing(words.noPeriod) : { value: toNumber(share) };
}

function lightOf(rate: unknown, elapsed: unknown, preset: unknown, words: Words): FunctionAnswer {
  if (isBlank(rate)) return { value: words.unreported };
  const [r, p] = [amountOf(rate), amountOf(elapsed)];
  if (r === undefined || p === undefined) return invalid(words.noNumber);
  const name = { 一般: "default", 从严: "strict" }[`${preset ?? ""}`.trim()] ?? `${preset ?? ""}`.trim();
  if (name !== "" && !lightPresets.includes(name)) return invalid(words.noPreset(lightPresets.join("、")));
  const found = light({ rate: r, pace: p }, name === "" ? undefined : name);
  return found === undefined ? invalid(words.noNumber) : { value: words.lights[found] };
}

const textOf = (given: unknown): string => (isBlank(given) ? "" : `${given as string | number}`.trim());

function divisionOf(name: unknown, within: unknown, on: unknown, words: Words): FunctionAnswer {
  const asked = textOf(name);
  if (asked === "") return missing(words.noName);
  const found = resolve(asked, whereAndWhen(within, on));
  if ((found.type !== "division" && found.type !== "zone") || found.code === undefined)
    return missing(notFound(found, words));
  return { value: /^\d{6,12}$/.test(asked) ? (found.name ?? "") : found.code };
}

function departmentOf(name: unknown, within: unknown, on: unknown, words: Words): FunctionAnswer {
  const asked = textOf(name);
  if (asked === "") return missing(words.noName);
  const found = resolve(asked, whereAndWhen(within, on));
  if (found.type !== "department") return missing(notFound(found, words));
  const now = found.ended
    ? found.successors.map((one) => one.short ?? one.name).join("、")
    : (found.name ?? "");
  return now === "" ? missing(words.notFound) : { value: now };
}

const whereAndWhen = (within: unknown, on: unknown) => {
  const [code, day] = [textOf(within), dayOf(on)];
  return { ...(code === "" ? {} : { within: code }), ...(day === undefined ? {} : { on: day }) };
};

function notFound({ type, candidates = [], suggestions = [] }: Resolution, words: Words): string {
  const names = (type === "ambiguous" ? candidates : suggestions)
    .slice(0, 5)
    .map((one) => one.short ?? one.name);
  if (type === "ambiguous") return words.ambiguous(names.join("、"));
  return names.length > 0 ? words.suggest(names.join("、")) : words.notFound;
}
