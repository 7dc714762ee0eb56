import { acceptanceMissing } from "./acceptance-missing.ts";
import { assignedChanged } from "./assigned-changed.ts";
import { blankRows } from "./blank-rows.ts";
import { columnMissing } from "./column-missing.ts";
import { completionRecomputed } from "./completion-recomputed.ts";
import { cumulativeFollows } from "./cumulative.ts";
import { deadlineOutside } from "./deadline-outside.ts";
import { deadlineUnreadable } from "./deadline-unreadable.ts";
import { directionUnclear } from "./direction-unclear.ts";
import { divisionAbolished } from "./division-abolished.ts";
import { evidenceMissing } from "./evidence-missing.ts";
import { figureNotExact } from "./figure-not-exact.ts";
import { formerName } from "./former-name.ts";
import { formulaError } from "./formula-error.ts";
import { fundingSum } from "./funding-sum.ts";
import { garbled } from "./garbled.ts";
import { groupNotExpanded } from "./group-not-expanded.ts";
import { growth } from "./growth.ts";
import { hiddenCounted } from "./hidden-counted.ts";
import { hiddenSubtotal } from "./hidden-subtotal.ts";
import { leadMissing } from "./lead-missing.ts";
import { levelsDiffer } from "./levels-differ.ts";
import { magnitude } from "./magnitude.ts";
import { masked } from "./masked.ts";
import { mergedBlanks } from "./merged-blanks.ts";
import { negativeOrOver } from "./negative-or-over.ts";
import { numbering } from "./numbering.ts";
import { orgUnknown } from "./org-unknown.ts";
import { partOfWhole } from "./part-of-whole.ts";
import { percentScale } from "./percent-scale.ts";
import { rangeReversed } from "./range-reversed.ts";
import { rateAdded } from "./rate-added.ts";
import { reasonMissing } from "./reason-missing.ts";
import { repeatedHeader } from "./repeated-header.ts";
import { repeatedTask } from "./repeated-task.ts";
import { reportMissing } from "./report-missing.ts";
import type { Rule } from "./rule.ts";
import { sameAsLastMonth } from "./same-as-last-month.ts";
import { secrecyMark } from "./secrecy-mark.ts";
import { startAfterEnd } from "./start-after-end.ts";
import { statusContradicts } from "./status-contradicts.ts";
import { stretchWeaker } from "./stretch-weaker.ts";
import { targetMissing } from "./target-missing.ts";
import { textNumber } from "./text-number.ts";
import { totalOfDetails } from "./total-of-details.ts";
import { uncalculated } from "./uncalculated.ts";
import { unitInValue } from "./unit-in-value.ts";
import { unitOfIndicator } from "./unit-of-indicator.ts";
import { unitsAdded } from "./units-added.ts";
import { vetoUnclear } from "./veto-unclear.ts";
import { weightSum } from "./weight-sum.ts";
import { wholeCount } from "./whole-count.ts";
import { wrongSheet } from "./wrong-sheet.ts";
import { yearInNumber } from "./year-in-number.ts";

/** All rules, in the order users see them: that of the catalogue (规则一览). */
export const rules: readonly Rule[] = [
  columnMissing, // S01
  repeatedHeader,
  mergedBlanks,
  hiddenSubtotal,
  blankRows,
  numbering,
  repeatedTask,
  masked,
  wrongSheet, // S09
  textNumber, // V01
  unitInValue,
  unitOfIndicator,
  magnitude,
  percentScale,
  wholeCount,
  negativeOrOver,
  yearInNumber,
  garbled,
  figureNotExact, // V10
  targetMissing, // T01
  directionUnclear,
  rangeReversed,
  stretchWeaker,
  growth, // T05
  weightSum,
  acceptanceMissing,
  assignedChanged, // T08
  vetoUnclear,
  orgUnknown, // U01
  formerName,
  leadMissing,
  groupNotExpanded,
  divisionAbolished, // U05
  deadlineUnreadable, // D01
  deadlineOutside,
  startAfterEnd, // D03
  totalOfDetails, // X01
  fundingSum,
  partOfWhole,
  levelsDiffer,
  rateAdded, // X05
  unitsAdded,
  cumulativeFollows, // M01
  completionRecomputed,
  statusContradicts,
  reportMissing,
  sameAsLastMonth,
  reasonMissing, // M06
  evidenceMissing, // M07
  uncalculated, // F02
  formulaError,
  hiddenCounted,
  secrecyMark, // F05
];
