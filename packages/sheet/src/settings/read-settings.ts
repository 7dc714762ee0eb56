import {
  catalog,
  type Facts,
  type Finding,
  type FindingCode,
  finding,
  type Severity,
} from "@taizhang/finding";
import { cellPlace, cellRef, type Grid, textOf, valueAt } from "@taizhang/grid";
import type { Correction } from "../recognise/correction.ts";
import { fieldOfLabel } from "../recognise/header-words.ts";
import { type Blocks, blocksOf, type Line } from "./blocks.ts";
import { parameterOf } from "./read-parameter.ts";
import {
  type Explanation,
  lengthOfReason,
  noSettings,
  type RuleSetting,
  type Settings,
  settingsSheetName,
  usualReasonLength,
} from "./settings.ts";
import { settingsWords } from "./words.ts";

/** What the sheet 台账设置 says, and what in it could not be used (读设置的结果). */
export interface SettingsRead {
  readonly settings: Settings;
  readonly findings: readonly Finding[];
}

/**
 * The settings that a workbook keeps in its sheet 台账设置 (读设置); without the sheet `noSettings`. A line that says
 * nothing clear is left out and named in `findings`; the rest holds.
 * @example readSettings(workbook.sheets).settings.rules.V06 // { off: true }
 */
export function readSettings(
  grids: readonly Grid[],
  file = "",
  /** The sheets that it may speak of; left out, none is missed. */
  about?: readonly Grid[],
): SettingsRead {
  const grid = grids.find(({ name }) => name.trim() === settingsSheetName);
  if (!grid) return { settings: noSettings, findings: [] };
  const findings: Finding[] = [];
  const refuse: Refuse = (line, column, kind, text) => {
    const at = cellPlace(file, grid.name, cellRef(line.row, line.columns.get(column) ?? 0));
    findings.push(finding("R03", { kind, text }, [at]));
  };
  const blocks = blocksOf(grid);
  const parameters = parametersOf(blocks, refuse);
  const rules = rulesOf(blocks, refuse);
  return {
    settings: {
      rules,
      parameters,
      corrections: correctionsOf(blocks, about, refuse),
      explanations: explanationsOf(blocks, grid, { rules, parameters }, refuse),
    },
    findings,
  };
}

type Refuse = (line: Line, column: string, kind: Facts["R03"]["kind"], text: string) => void;

const isCode = (text: string): text is FindingCode => Object.hasOwn(catalog, text);
const isSeverity = (text: string): text is Severity => /^[ABCD]$/.test(text);
/** What is never switched off nor made lighter: a file that cannot be read, a secrecy mark. */
const always: readonly FindingCode[] = ["F01", "F05"];
const says = (text: string, word: "yes" | "no"): boolean =>
  text === settingsWords["zh-CN"][word] || text.toLowerCase() === settingsWords.en[word];

function rulesOf({ rules: lines }: Blocks, refuse: Refuse): Settings["rules"] {
  const rules: Partial<Record<FindingCode, RuleSetting>> = {};
  for (const line of lines) {
    const [code, on, severity] = [
      line.text("code").toUpperCase(),
      line.text("on"),
      line.text("severity").toUpperCase(),
    ];
    if (!isCode(code)) {
      refuse(line, "code", "code", code);
      continue;
    }
    const isOff = says(on, "no");
    if (on !== "" && !isOff && !says(on, "yes")) refuse(line, "on", "onOff", on);
    const grade = severity.slice(0, 1);
    if (severity !== "" && !isSeverity(grade)) refuse(line, "severity", "severity", severity);
    const changes = isSeverity(grade) && grade !== catalog[code].severity;
    if (always.includes(code) && (isOff || changes)) {
      refuse(line, isOff ? "on" : "severity", "always", code);
      continue;
    }
    if (isOff || changes)
      rules[code] = {
        ...(isOff ? { off: true as const } : {}),
        ...(changes && isSeverity(grade) ? { severity: grade } : {}),
      };
  }
  return rules;
}

function parametersOf({ parameters: lines }: Blocks, refuse: Refuse): Settings["parameters"] {
  let parameters: Settings["parameters"] = {};
  for (const line of lines) {
    const text = line.text("value");
    if (text === "") continue;
    const read = parameterOf(line.text("name"), text);
    if (read) parameters = { ...parameters, ...read };
    else refuse(line, "value", "parameter", `${line.text("name")}：${text}`);
  }
  return parameters;
}

function correctionsOf(
  { columns: lines }: Blocks,
  about: readonly Grid[] | undefined,
  refuse: Refuse,
): Correction[] {
  return lines.flatMap((line): Correction[] => {
    const [header, label, indicator] = [line.text("header"), line.text("field"), line.text("indicator")];
    if (
      Object.values(settingsWords).some(({ headerRows }) => headerRows.toLowerCase() === label.toLowerCase())
    ) {
      const rows = rowsOf(indicator);
      if (!rows) refuse(line, "indicator", "field", indicator);
      else if (header !== "" && about && !about.some((grid) => holds(grid, header, rows)))
        refuse(line, "indicator", "headerRows", `${header}：${indicator}`);
      return rows && header !== "" ? [{ sheet: header, headerRows: rows }] : [];
    }
    const field = fieldOfLabel(label);
    if (!field) {
      refuse(line, "field", "field", label);
      return [];
    }
    return header === "" ? [] : [{ header, field, ...(indicator === "" ? {} : { indicator }) }];
  });
}

/** The sheet of that name has these rows, and one below them. */
const holds = ({ name, rows }: Grid, sheet: string, [, last]: readonly [number, number]): boolean =>
  name.trim() === sheet.trim() && last < rows.length;

/** Rows as staff write them. @example rowsOf("2—3") // [2, 3] */
function rowsOf(text: string): readonly [number, number] | undefined {
  const [, first, last = first] = /^第?(\d{1,5})行?(?:\s*[—–\-~至到]\s*第?(\d{1,5})行?)?$/.exec(text) ?? [];
  return first === undefined || last === undefined || Number(first) < 1 || Number(last) < Number(first)
    ? undefined
    : [Number(first), Number(last)];
}

function explanationsOf(
  { explanations: lines }: Blocks,
  grid: Grid,
  { rules, parameters }: Pick<Settings, "rules" | "parameters">,
  refuse: Refuse,
): Explanation[] {
  const { reasonLength = usualReasonLength } = parameters;
  return lines.flatMap((line): Explanation[] => {
    const code = line.text("code").toUpperCase();
    if (!isCode(code)) {
      refuse(line, "code", "code", code);
      return [];
    }
    const [reason, by] = [line.text("reason"), line.text("by")];
    // As the office grades it: what it made an A must be signed, and what it made a C need not.
    const severity = rules[code]?.severity ?? catalog[code].severity;
    if (severity !== "D" && lengthOfReason(reason) < reasonLength) refuse(line, "reason", "short", reason);
    else if (severity === "A" && by === "") refuse(line, "by", "nameless", code);
    const given = (key: "sheet" | "column" | "period" | "day") =>
      line.text(key) === "" ? {} : { [key]: line.text(key) };
    const value = textOf(valueAt(grid, line.row, line.columns.get("value") ?? -1)).trim();
    return [
      {
        code,
        row: line.text("row"),
        value: Object.values(settingsWords).some(({ blank }) => blank === value) ? "" : value,
        reason,
        ...(by === "" ? {} : { by }),
        ...given("day"),
        ...given("sheet"),
        ...given("column"),
        ...given("period"),
      },
    ];
  });
}
