/**
 * Packs the table of divisions into columns of text: gzip likes columns, and `src/packed-divisions.ts` reads
 * them back. What a rule of the reader gives anyway (level, parent, most documents) is left out, and the test
 * of the round trip shows that nothing is lost.
 */

const digits = "0123456789abcdefghijklmnopqrstuvwxyz";
const firstYear = 1981;

/** The text of a whole number in base 36, `size` characters wide. */
const base36 = (number, size) => number.toString(36).padStart(size, "0");

const yearMark = (year) => {
  if (year === "") return ".";
  // years 1981–2052 fit one letter
  const at = Number(year) - firstYear;
  return at < digits.length ? digits[at] : String.fromCharCode("A".charCodeAt(0) + at - digits.length);
};

/** Codes as steps: one letter for a step of 0–25, a capital (blocks of 36) and a digit for more, `~` in full. */
const packCodes = (terms) => {
  let before = 0;
  return terms
    .map(({ code }) => {
      const step = Number(code) - before;
      before = Number(code);
      if (step < 26) return String.fromCharCode(97 + step);
      if (step < 26 * 36) return String.fromCharCode(65 + Math.floor(step / 36)) + digits[step % 36];
      return `~${code}`;
    })
    .join("");
};

/** A successor relative to the term's own code: `=` itself, 2, 4 or 6 digits. */
const packSuccessor = (own, code) => {
  if (code === own) return "=";
  if (code.slice(0, 4) === own.slice(0, 4)) return code.slice(4);
  if (code.slice(0, 2) === own.slice(0, 2)) return code.slice(2);
  return code;
};

/** The name, or against the first successor's name: `=` the same, or the last letter where only that differs. */
const packName = (term, byCode) => {
  const next = byCode
    .get(term.successors[0])
    ?.find(({ from, until }) => from <= term.until && (until === "" || term.until < until));
  if (next === undefined) return term.name;
  if (next.name === term.name) return "=";
  return next.name.slice(0, -1) === term.name.slice(0, -1) ? term.name.slice(-1) : term.name;
};

const packDay = (day) => (day === "" ? "" : base36((Date.parse(day) - Date.UTC(firstYear, 0, 1)) / 864e5, 3));

/** A document: `国函〔YEAR〕N号` of the year of its day shrinks to +N. */
const packDocument = ({ untilDay, document }) => {
  const usual = /^国函〔(\d{4})〕(\d+)号$/.exec(document);
  return usual && usual[1] === untilDay.slice(0, 4) ? `+${usual[2]}` : document;
};

const groupByCode = (terms) => {
  const groups = new Map();
  for (const term of terms) groups.set(term.code, [...(groups.get(term.code) ?? []), term]);
  return groups;
};

/** The years in which others ended in favour of each code. */
const heirYears = (terms) => {
  const years = new Map();
  for (const { until, successors } of terms)
    for (const code of successors) years.set(code, [...(years.get(code) ?? []), Number(until)]);
  return years;
};

/** The year in which a code begins or goes on; `+` where that is the first in which another ended for it. */
const packBeginnings = (terms) => {
  const years = heirYears(terms);
  let before;
  return terms
    .map((term) => {
      const after = before?.code === term.code && before.until !== "" ? Number(before.until) : 0;
      before = term;
      const first = Math.min(...(years.get(term.code) ?? []).filter((year) => year >= after));
      return Number(term.from) === first ? "+" : yearMark(term.from);
    })
    .join("");
};

/** The packed columns of the divisions, in the order of their code and year. */
export const packDivisions = (terms) => {
  const events = [];
  const documents = [];
  const eventAt = new Map();
  const eventMarks = [];
  const successors = [];
  let last = -1;
  const byCode = groupByCode(terms);
  for (const term of terms) {
    if (term.until === "") continue;
    successors.push(term.successors.map((code) => packSuccessor(term.code, code)).join("/"));
    const document = packDocument(term);
    const day = packDay(term.untilDay);
    const text = `${day} ${document}`;
    if (text === " ") {
      eventMarks.push("-");
      continue;
    }
    const known = eventAt.get(text);
    if (known === undefined) {
      last = events.length;
      eventAt.set(text, last);
      events.push(day);
      documents.push(document);
      eventMarks.push("+");
    } else if (known === last) eventMarks.push("=");
    else {
      last = known;
      eventMarks.push(`(${base36(known, 2)}`);
    }
  }
  return {
    codes: packCodes(terms),
    names: terms.map((term) => packName(term, byCode)).join(" "),
    from: packBeginnings(terms),
    until: terms.map(({ until }) => yearMark(until)).join(""),
    successors: successors.join(","),
    eventMarks: eventMarks.join(""),
    events: events.join(";"),
    eventDocuments: documents.join(";"),
    notes: terms
      .flatMap(({ note }, index) => (note === "" ? [] : [`${index.toString(36)}${note[0]}`]))
      .join(","),
  };
};
