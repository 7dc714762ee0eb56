import type { OrgFacts } from "../../facts/orgs.ts";
import type { WordsOf } from "../../sentences.ts";

const cells = (count: number): string => (count > 1 ? ` (${count} cells)` : "");
const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(", ");

export const orgsEn: WordsOf<OrgFacts> = {
  U01: ({ name, candidates, count, local }, ref) => {
    const found = `${ref} “${name}”${cells(count)}`;
    if (local)
      return `${found} looks like the name of a unit but is in no list of departments; if it is a local body, please confirm that the name is right.`;
    return candidates.length > 0
      ? `${found} was not recognised as a department; similar names are ${quoted(candidates)}: please check and use the registered name.`
      : `${found} was not recognised as a department; please write its registered name, and separate several in one cell with “、”.`;
  },
  U02: ({ name, now, count, reported }, ref) =>
    reported
      ? `${ref} The tasks of “${name}”${cells(count)} were reported by ${quoted(now)}, which took its work over, and were counted; please check, and bring the ledger up to date.`
      : `${ref} “${name}”${cells(count)} is a former name; ${now.length > 0 ? `it is now ${quoted(now)}: please use that` : "the body no longer exists: please name the one that does this work now"}.`,
  U03: (facts, ref) =>
    facts.kind === "none"
      ? `“${facts.task}” has no lead department${ref ? ` (${ref})` : ""}, so nobody answers for it; please name one lead.`
      : `${ref === "" ? "The text" : ref} names ${facts.names.length} leads (${facts.names.join(", ")}); figures are taken from the first; if they do share the lead, please say which of them reports the figures, and otherwise name one lead and list the others as responsible or supporting.`,
  U04: ({ name, members, count }, ref) =>
    `${ref} “${name}”${cells(count)} stands for a group, but figures come from each member; please list ${members > 0 ? `its ${members} members` : "the members"}, or confirm that the group reports as one.`,
  U05: ({ name, until, successors, count, together }, ref) =>
    `${ref} “${name}”${cells(count)} was abolished or merged on ${until}${successors.length > 0 ? ` and is now ${quoted(successors)}${together ? ", which has a row of its own here, or whose other part has; with the name alone changed one would be a duplicate, so please check, and add the figures up in one row" : "; please use that"}` : "; please check who does this work now"}.`,
};
