import type { EvidenceWords } from "./evidence-words.ts";

/** The English words for the evidence of an answer. */
export const en: EvidenceWords = {
  code: ({ text }) => `Found by the code ${text}.`,
  fullName: ({ text }) => `“${text}” is the canonical name.`,
  shortName: ({ text }) => `“${text}” is the usual short name.`,
  variant: ({ text }) => `“${text}” is another form in use.`,
  prefix: ({ text }) => `“${text}” stands in front.`,
  levelWord: ({ text }) => `“${text}” in front tells the level.`,
  within: ({ text }) => `Decided by the division ${text}.`,
  outsideWithin: () => "Not found inside the given division; found elsewhere in the country.",
  ended: ({ text, day }) => `${text ?? "The name"} has not been in use since ${day}.`,
  notYet: ({ day }) => `In use from ${day}, after the day asked about.`,
  renamed: ({ day }) => `Renamed on ${day}, the code staying the same.`,
  document: ({ text }) => `Source: ${text}.`,
  reform: ({ text }) => `Source: ${text}.`,
  transition: ({ text, day }) => `Reform decided on ${day} (${text}); localities use both names meanwhile.`,
  local: () => "Set up by localities as they see fit.",
  unverified: ({ text }) =>
    `Known from one secondary source, not verified${text === undefined ? "" : ` (${text})`}.`,
  derived: () => "Its successors follow from those of its counties.",
  yearOnly: ({ day }) => `Only the year is known; taken as ${day}.`,
  similar: ({ text }) => `“${text}” was not found; similar names are listed.`,
  several: () => "Several units bear this name: say which division it is in.",
  open: () => "Which units are meant is not stated: list them by name.",
  noTowns: () => "Means all towns and streets here; the data of towns is not loaded, so they are not listed.",
  expanded: ({ day }) => `Expanded as of ${day}.`,
  besides: ({ text }) => `It also names “${text}”, whose members no list has: add them.`,
  localBody: ({ text }) =>
    `“${text}” looks like a unit's name that is not in the lists; it can be added locally.`,
  combined: ({ text }) => `A merged bureau with the functions ${text}.`,
  subBureau: ({ text }) => `“${text}” marks a sub-bureau.`,
  masked: ({ text }) => `“${text}” is masked: give the full name.`,
  empty: () => "There is no name.",
  tooLong: () => "The text is too long for a name; please write the name alone.",
  unknown: ({ text }) => `“${text}” was not found.`,
};
