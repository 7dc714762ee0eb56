/// <reference types="node" />
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { asOf, inWindow } from "./day.ts";
import { departments } from "./departments.ts";
import { divisionIndex, isInForce } from "./divisions.ts";
import { towns } from "./towns.ts";
import { zoneIndex } from "./zones.ts";

const page = readFileSync(new URL("../../../docs/admin-units.md", import.meta.url), "utf8");
const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");

/** The figures of the row of a table that begins with these words. */
const figures = (words: string): string[] =>
  (new RegExp(`^\\| ${words}[^|]*\\|([^|]*)\\|`, "m").exec(page)?.[1] ?? "").trim().split(/, (?=\d)/);
const written = (count: number): string => count.toLocaleString("en");

test("the page says how much there is", () => {
  const { all } = divisionIndex();
  const current = all.filter((one) => isInForce(one, asOf));
  const counts = ["province", "prefecture", "county"].map(
    (level) => current.filter((one) => one.level === level).length,
  );
  expect(figures("divisions in force")).toEqual(counts.map(written));
  const ended = all.filter(({ until }) => until !== undefined && until <= asOf);
  expect(figures("ended names")).toEqual([written(ended.length)]);
  expect(figures("divisions after")).toEqual([
    written(all.filter(({ note }) => note === "unverified").length),
  ]);
  const zones = zoneIndex().all;
  expect(figures("development zones with a code")).toEqual([
    written(zones.filter(({ code }) => code !== undefined).length),
  ]);
  expect(figures("development zones and new areas")).toEqual([
    written(zones.filter(({ code }) => code === undefined).length),
  ]);
  expect(figures("functions of departments")).toEqual([written(departments().length)]);
});

test("the page and the README say how many towns there are", () => {
  const all = towns.all();
  const ended = all.filter(({ until }) => until !== undefined);
  const current = all.filter(({ until }) => inWindow("2023-12-31", undefined, until));
  expect(figures("towns and streets")).toEqual([written(current.length)]);
  expect(figures("ended towns")).toEqual([written(ended.length)]);
  expect(readme).toContain(`${written(current.length)}, with ${written(ended.length)} ended since 2014`);
});
