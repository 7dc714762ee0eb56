import { comparePeriods, firstMonth, isPeriod, lastMonth, type Period } from "@taizhang/model";
import type { Codes, FactTable } from "./fact-columns.ts";

/** Throws a RangeError where names repeat, a tree is none, periods overlap, or a dimension hangs on nothing. */
export function checkNaming(table: FactTable): void {
  const { periods } = table;
  checkPeriods(periods);
  if (table.measure === "cumulative" && table.targetsOf === "period")
    for (const { key, acrossTime } of table.indicators)
      if (acrossTime === "sum")
        throw new RangeError(
          `${key}: a cumulative figure is of the year and no target of a period is held against it`,
        );
  if (periods.length > 1 && !table.period) throw new RangeError("Several periods need a period column");
  for (const [name, { members, parents }] of Object.entries(table.dimensions)) {
    checkNames(name, members);
    if (parents) checkTree(name, members, parents);
    const codes = table.codes[name];
    const ofOrgs = table.orgs.in[name];
    if ((codes === undefined) === (ofOrgs === undefined))
      throw new RangeError(`${name}: hangs either on the org or on the fact`);
  }
  for (const [name, codes] of Object.entries(table.orgs.in)) {
    const members = table.dimensions[name]?.members.length ?? 0;
    if (codes.length !== table.orgs.names.length) throw new RangeError(`${name}: one code an org`);
    for (const code of codes) if (code < -1 || code >= members) throw new RangeError(`${name}: code ${code}`);
  }
  checkNames("org", table.orgs.names);
  checkNames(
    "indicator",
    table.indicators.map(({ key }) => key),
  );
}

/** Throws a RangeError where a code has no member, or a column is of another length. */
export function checkCoding(table: FactTable): void {
  const { size, periods } = table;
  for (const [name, codes] of Object.entries(table.codes))
    checkCodes(name, codes, table.dimensions[name]?.members.length ?? 0, size);
  checkCodes("org", table.org, table.orgs.names.length, size);
  checkCodes("indicator", table.indicator, table.indicators.length, size);
  if (table.period) checkCodes("period", table.period, periods.length, size);
  for (const [row, leads] of table.joint)
    for (const org of leads)
      if (row >= size || org >= table.orgs.names.length) throw new RangeError(`joint: row ${row}`);
}

function checkPeriods(periods: readonly Period[]): void {
  for (const [at, period] of periods.entries()) {
    if (!isPeriod(period)) throw new RangeError(`Not a period: ${period}`);
    const last = periods[at - 1];
    if (last !== undefined && (comparePeriods(last, period) >= 0 || firstMonth(period) <= lastMonth(last)))
      throw new RangeError(`Periods in order and apart: ${last}, ${period}`);
  }
}

function checkNames(name: string, members: readonly string[]): void {
  const known = new Set<string>();
  for (const member of members)
    if (known.size === known.add(member).size)
      throw new RangeError(`${name}: two members named ${member}; name them by their codes`);
}

function checkTree(name: string, members: readonly string[], parents: Int32Array): void {
  if (parents.length !== members.length) throw new RangeError(`${name}: one parent a member`);
  for (const start of parents.keys()) {
    let steps = 0;
    for (let at = start; at !== -1; at = parents[at] as number) {
      if (at < -1 || at >= members.length || steps++ > members.length)
        throw new RangeError(`${name}: no tree at ${members[start]}`);
    }
  }
}

function checkCodes(name: string, codes: Codes, members: number, size: number): void {
  if (codes.length !== size) throw new RangeError(`${name}: ${codes.length} codes for ${size} rows`);
  let greatest = -1;
  for (let row = 0; row < size; row++) if ((codes[row] as number) > greatest) greatest = codes[row] as number;
  if (greatest >= members) throw new RangeError(`${name}: code ${greatest} of ${members} members`);
}
