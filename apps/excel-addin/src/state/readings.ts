import type { Field } from "@taizhang/sheet";

/** Fields that one heading may stand for alike: 完成情况 is a cumulative figure, this month's, or words. */
const alike: readonly (readonly Field[])[] = [
  ["actualCumulative", "actualPeriod", "progress"],
  ["target", "stretch", "baseline"],
  ["completion", "status", "stage"],
  ["lead", "support", "reporter"],
  ["deadline", "start"],
  ["task", "indicator"],
  ["investmentPlan", "investmentTotal", "investmentActual"],
  ["problem", "nextStep", "note"],
];

/** Surer than this, a column needs no question. */
const sure = 0.8;
/** Less sure than this, nothing is known that could be asked about. */
const guessed = 0.3;

/** A figure, perhaps with its unit. */
const isFigure = (text: string): boolean => /^[-−+]?[\d,，.０-９]+%?$/.test(text.trim());

/**
 * The readings to ask about where a column is not sure, or where figures stand among words: its own first, then those
 * that its heading may stand for as well (几种可能).
 */
export function readingsOf({
  field,
  confidence,
  samples,
}: {
  readonly field: Field;
  readonly confidence: number;
  readonly samples: readonly string[];
}): readonly Field[] {
  const family = alike.find((fields) => fields.includes(field));
  const isMixed =
    (field === "progress" || field.startsWith("actual")) &&
    samples.some(isFigure) &&
    !samples.every(isFigure);
  const isUnsure = (confidence < sure && confidence >= guessed) || isMixed;
  return family && isUnsure ? [field, ...family.filter((one) => one !== field)] : [];
}
