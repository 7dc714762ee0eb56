/**
 * Packs towns and their ended predecessors. Names lose the kind that their code tells (0 街道, 1 镇, 2 乡), and
 * their letters become one or two plain ones by frequency, which gzip squeezes better than Chinese text.
 */

// printable letters without quotes and backslash; the last is the end of a name
const alphabet = Array.from({ length: 94 }, (_, at) => String.fromCharCode(33 + at)).filter(
  (letter) => !`"'\\\`$`.includes(letter),
);
const single = 50;
const end = alphabet.at(-1);
const plain = alphabet.slice(0, -1);

const kinds = { 0: "街道", 1: "镇", 2: "乡" };

/** The name without its kind, or with `!` behind where its code tells another kind. */
const stemOf = (code, name) => {
  const kind = kinds[code[6]];
  if (kind === undefined) return name;
  return name.endsWith(kind) && name.length > kind.length ? name.slice(0, -kind.length) : `${name}!`;
};

const lettersOf = (texts) => {
  const counts = new Map();
  for (const letter of texts.join("")) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([letter]) => letter);
};

const encoder = (letters) => {
  if (letters.length > single + (plain.length - single) * plain.length)
    throw new Error(
      `${letters.length} letters do not fit the alphabet: lower \`single\` here and in the reader`,
    );
  const codes = new Map(
    letters.map((letter, at) => {
      if (at < single) return [letter, plain[at]];
      const rest = at - single;
      return [letter, plain[single + Math.floor(rest / plain.length)] + plain[rest % plain.length]];
    }),
  );
  return (text) => [...text].map((letter) => codes.get(letter)).join("") + end;
};

/**
 * Nine digits as steps: `a`–`z` for 1–26, `A` the next full hundred, `K`–`N` and a digit a later one and the
 * rest; a county further on with its first street (…001) 1–9, with its first town (…100) `B`–`J`, many counties
 * further on `Y` or `Z` and how many; else the step in base 36 and a full stop.
 */
const packCodes = (codes) => {
  let before = 0;
  return codes
    .map((code) => {
      const now = Number(code);
      const step = now - before;
      const county = Math.floor(now / 1000) - Math.floor(before / 1000);
      const hundreds = Math.floor(now / 100) - Math.floor(before / 100);
      const tail = now % 1000;
      before = now;
      if (step >= 1 && step <= 26) return String.fromCharCode(96 + step);
      if (hundreds === 1 && now % 100 === 0) return "A";
      if (county >= 1 && county <= 9 && tail === 1) return String(county);
      if (county >= 1 && county <= 9 && tail === 100) return String.fromCharCode(65 + county);
      if (county > 9 && (tail === 1 || tail === 100))
        return `${tail === 1 ? "Y" : "Z"}${county.toString(36)}.`;
      if (county === 0 && hundreds >= 1 && hundreds <= 4 && now % 100 < 36)
        return String.fromCharCode(74 + hundreds) + (now % 100).toString(36);
      return `_${step.toString(36)}.`;
    })
    .join("");
};

/** Documents as the issuer's place in a list and the number, `=` the same as before; odd ones are in the list. */
const packDocuments = (ended) => {
  const issuers = new Map();
  let before = "";
  const marks = ended.map(({ document, year }) => {
    if (document === before) return "=";
    before = document;
    const usual = /^(.+)〔(\d{4})〕(\d+)号$/.exec(document);
    const [issuer, number] =
      usual?.[2] === year ? [usual[1], Number(usual[3]).toString(36)] : [`${document}!`, ""];
    if (!issuers.has(issuer)) issuers.set(issuer, issuers.size);
    return `${issuers.get(issuer).toString(36)}${number === "" ? "" : `.${number}`},`;
  });
  return { issuers: [...issuers.keys()].join(";"), documentMarks: marks.join("") };
};

const founding = /设|建|合并|划归|变更|更名/;

/** The ended towns of the yearly lists with the name of what they became, in their group where the row is blank. */
const endedTowns = (changes) => {
  const ended = [];
  let reason = "";
  let document = "";
  let last = "";
  for (const row of changes) {
    if (row.reason !== "" || row.year !== ended.at(-1)?.year) last = "";
    if (row.reason !== "") reason = row.reason;
    if (row.document !== "") document = row.document;
    if (row.newName !== "") last = row.newName;
    if (row.oldName === "" || row.oldCode === "") continue;
    const heir = row.newName !== "" ? row.newName : founding.test(reason) ? last : "";
    const heirCounty = row.newCode.slice(0, 6);
    if (row.newCode === row.oldCode && heir === row.oldName) continue;
    ended.push({
      code: row.oldCode,
      name: row.oldName,
      year: row.year,
      heir:
        heir === ""
          ? ""
          : heirCounty === "" || heirCounty === row.oldCode.slice(0, 6)
            ? heir
            : `${heirCounty}${heir}`,
      document,
    });
  }
  return ended;
};

/** The name without its kind. */
const bareName = (name) => {
  const kind = Object.values(kinds).find((one) => name.length > one.length && name.endsWith(one));
  return kind === undefined ? name : name.slice(0, -kind.length);
};

/** The places of names in the list of their county: what an ended town became is told by one sign. */
const placesIn = (towns) => {
  const places = new Map();
  let county = "";
  let place = 0;
  for (const { code, name } of towns) {
    place = code.startsWith(county) && county !== "" ? place + 1 : 0;
    county = code.slice(0, 6);
    if (!places.has(county + name)) places.set(county + name, place);
  }
  return places;
};

/**
 * What became of ended towns. A sign is the place of the heir in its county's list, `~` one that is written out
 * (`=` and a kind: the stem stays), `}` none. A name is left out where it differs from its heir's in its kind only.
 */
const packHeirs = (ended, places, lineOf) => {
  const signs = [];
  const heirs = [];
  const names = [];
  const heirKeys = [];
  for (const { code, name, heir: named } of ended) {
    const stem = stemOf(code, name);
    const own = code.slice(0, 6);
    const [, county = own, heir = ""] = /^(\d{6})?(.*)$/.exec(named);
    // the towns of a county that changed its code stand under its later one
    const at = heir === "" ? undefined : lineOf(county).find((one) => places.has(one + heir));
    const key = (at ?? county) + heir;
    const place = places.get(key);
    const near = place !== undefined && place < plain.length - 1 && key.startsWith(own);
    heirKeys.push(place === undefined ? undefined : key);
    names.push(near && stem === bareName(heir) ? "" : stem);
    if (near) signs.push(plain[place]);
    else if (heir === "") signs.push("}");
    else {
      signs.push("~");
      const kind = Object.values(kinds).find((one) => heir === stem + one);
      const text = kind === undefined ? heir : `=${kind[0]}`;
      heirs.push((at ?? county) === own ? text : (at ?? county) + text);
    }
  }
  return { signs: signs.join(""), heirs, names, heirKeys };
};

/** The years in which towns were new that do not follow from the ends of their predecessors: step and digit. */
const packYears = (towns, changes, ended, heirKeys) => {
  // the last list in which a town of this county appears as new
  const began = new Map(
    [...changes]
      .sort((a, b) => (a.year < b.year ? -1 : 1))
      .filter(({ newName }) => newName !== "")
      .map(({ year, newCode, newName }) => [newCode.slice(0, 6) + newName, year]),
  );
  const followed = new Map();
  ended.forEach(({ year }, at) => {
    const key = heirKeys[at];
    if (key !== undefined && (followed.get(key) ?? "") < year) followed.set(key, year);
  });
  let before = 0;
  const marks = [];
  const seen = new Set();
  towns.forEach(({ code, name }, at) => {
    const key = code.slice(0, 6) + name;
    const year = began.get(key) ?? "";
    // what follows is said of the first of a name only
    const said = seen.has(key) ? "" : (followed.get(key) ?? "");
    seen.add(key);
    if (year === said) return;
    marks.push(
      `${(at - before).toString(36)}${year === "" ? "-" : String.fromCharCode(65 + Number(year[3]))}`,
    );
    before = at;
  });
  return marks.join("");
};

/** The county and the counties that it went on in. */
const linesOf = (divisions) => {
  const successors = new Map();
  for (const one of divisions)
    successors.set(one.code, [...(successors.get(one.code) ?? []), ...one.successors]);
  return (code) => {
    const line = [code];
    for (let at = 0; at < line.length && line.length < 20; at += 1)
      for (const next of successors.get(line[at]) ?? []) if (!line.includes(next)) line.push(next);
    return line;
  };
};

/** The columns of towns and of ended ones. */
export const packTowns = (towns, changes, divisions) => {
  const ended = endedTowns(changes).sort((a, b) => (a.code + a.year < b.code + b.year ? -1 : 1));
  const names = towns.map(({ code, name }) => stemOf(code, name));
  const became = packHeirs(ended, placesIn(towns), linesOf(divisions));
  const letters = lettersOf([...names, ...became.names, ...became.heirs]);
  const encode = encoder(letters);
  return {
    letters: letters.join(""),
    townCodes: packCodes(towns.map(({ code }) => code)),
    townNames: names.map(encode).join(""),
    townYears: packYears(towns, changes, ended, became.heirKeys),
    endedCodes: packCodes(ended.map(({ code }) => code)),
    endedNames: became.names.map(encode).join(""),
    endedYears: ended.map(({ year }) => year[3]).join(""),
    heirSigns: became.signs,
    heirs: became.heirs.map(encode).join(""),
    ...packDocuments(ended),
  };
};
