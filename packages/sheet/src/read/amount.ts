import { isBlank, isCellError } from "@taizhang/grid";
import {
  type Decimal,
  decimalOfNumber,
  isCountUnit,
  parseQuantity,
  placesOf,
  type Quantity,
  shift,
} from "@taizhang/quantity";
import type { Amount, AmountMark, Cell, Entry } from "../entry.ts";
import { doneFields } from "../field.ts";
import { unitWord } from "../recognise/unit-word.ts";
import { accountingNegative } from "./accounting-negative.ts";
import { shownBy } from "./shown-by.ts";

const nothing = (status: Amount["status"], ...marks: AmountMark[]): Amount => ({
  status,
  power: 0,
  places: 0,
  marks,
});

/**
 * What a cell says as an amount (读数). A number is the decimal of its 15 digits, a text keeps its digits; a number shown
 * as percent is multiplied by 100. What was done is one exact number: 30-40, 约50 and 50以上 are none (`unreadable`).
 * The domain page §2 and §4, law 10.
 * @example readAmount(cell, entry) // a text "2000万" in a column of 元: { status: "reported", amount: "2000", unit: "元", power: 4, … }
 */
export function readAmount(cell: Cell | undefined, entry: Entry): Amount {
  if (!cell) return nothing("missing");
  const { value, formula, format } = cell;
  if (value === null || isBlank(value))
    return formula && value === null ? nothing("unusable", "uncalculated") : nothing("missing");
  if (isCellError(value)) return nothing("unusable", "error");
  if (typeof value === "boolean") return nothing("unusable", "unreadable");
  const unitText = unitOfCell(cell, entry);
  if (typeof value === "number") return ofNumber(value, format, unitText);
  const isDone = doneFields.has(cell.column.field);
  return ofText(accountingNegative(cell, entry.table) ?? value, unitText, isDone);
}

/** How a quantity falls short of being one exact number: a range, about so many, a fraction of something, or a bound (不确切). */
export function inexactness({
  bound,
  valueMax,
  stretch,
  firm,
  fraction,
}: Quantity): "range" | "about" | "fraction" | "bound" | undefined {
  if (valueMax !== undefined) return "range";
  if (bound === "approx") return "about";
  if (fraction !== undefined) return "fraction";
  return bound !== "eq" || stretch !== undefined || firm === false ? "bound" : undefined;
}

/** 每月1次 is no amount of the year, unless the unit is one of so many a month itself. */
export const isOfEachTime = ({ per = "" }: Quantity, unitText = ""): boolean =>
  /^(?:个?月|季度?|周|星期|旬|天|日)$/.test(per) && !/[/每]/.test(unitText);

/** The unit printed for the cell: its column's, else the row's. A rate is in % whatever the indicator is counted in. */
function unitOfCell({ column }: Cell, entry: Entry): string | undefined {
  if (column.field === "completion" || column.field === "yearOnYear") return column.unit ?? "%";
  return column.unit ?? entry.unit;
}

function ofNumber(value: number, format: string | undefined, unitText: string | undefined): Amount {
  const amount = decimalOfNumber(value);
  if (amount === undefined) return nothing("unusable", "unreadable");
  const { percent, date, places } = shownBy(format);
  if (percent)
    return {
      status: "reported",
      amount: shift(amount, 2),
      unit: "%",
      power: 0,
      places: places ?? Math.max(0, placesOf(amount) - 2),
      marks: [],
    };
  if (date) return nothing("unusable", "unreadable");
  // Two literals instead of a spread: every number of a large sheet comes here.
  const printed = places ?? placesOf(amount);
  if (!unitText) return { status: "reported", amount, power: 0, places: printed, marks: noMarks };
  const unit = unitWord(unitText);
  return {
    status: "reported",
    amount,
    unit: unit ? unit.unit : unitText,
    power: unit?.power ?? 0,
    places: printed,
    marks: noMarks,
  };
}

const noMarks: readonly AmountMark[] = [];

function ofText(text: string, unitText: string | undefined, isDone: boolean): Amount {
  // '900: the sign by which a number is typed as text, itself kept in the cell.
  const isTyped = text.includes("'") && /\d/.test(text);
  const { value, reason } = parseQuantity(isTyped ? text.replace(/^[\s']+|[\s']+$/g, "") : text);
  if (value && ((isDone && inexactness(value)) || isOfEachTime(value, unitText)))
    return nothing("unusable", "unreadable");
  if (value) return ofQuantity(value, unitText);
  if (reason === "empty") return nothing("missing");
  if (reason === "notApplicable") return nothing("notApplicable");
  if (reason === "pending") return nothing("pending", "pending");
  return nothing("unusable", "unreadable");
}

/** 个 counts anything: 2个 in a row of 所 are 2所 (通用量词). */
export function isGeneralCount(unit: string, stated: string | undefined): boolean {
  const of = unit === "个" && stated ? unitWord(stated)?.unit : undefined;
  return of !== undefined && of !== "" && of !== "个" && isCountUnit(of);
}

function ofQuantity(quantity: Quantity, unitText: string | undefined): Amount {
  const printed = unitText ? unitWord(unitText) : undefined;
  const own = quantity.unit !== "" || quantity.power > 0;
  // 2000万 under a column of 元, 人 or 万元: the power is what the cell says, the base word the column's.
  const unit =
    quantity.unit !== "" && !isGeneralCount(quantity.unit, unitText)
      ? quantity.unit
      : (printed?.unit ?? unitText);
  const said = own ? quantity.power : (printed?.power ?? 0);
  // 2千 and 3百 in a column of 人次 are so many 人次: nobody counts in 千人次.
  const moved = own && (said === 2 || said === 3) && printed?.power === 0 && printed.unit === unit ? said : 0;
  const power = said - moved;
  const inUnit = (value: Decimal) => shift(value, moved);
  const bound = quantity.firm === false ? undefined : quantity.bound;
  return {
    status: "reported",
    amount: inUnit(quantity.value),
    ...(quantity.valueMax === undefined ? {} : { amountMax: inUnit(quantity.valueMax) }),
    ...(quantity.firm === false
      ? { stretch: inUnit(quantity.value) }
      : quantity.stretch === undefined
        ? {}
        : { stretch: inUnit(quantity.stretch) }),
    ...(bound && bound !== "eq" ? { bound } : {}),
    ...(quantity.change === "down" ? { change: "down" as const } : {}),
    ...(unit ? { unit } : {}),
    power,
    places: Math.max(0, (quantity.printedPlaces ?? placesOf(quantity.value)) - moved),
    marks: own ? ["unitInValue"] : bound === "eq" ? ["textNumber"] : [],
  };
}

/** An amount as it is said: both ends of a range. @example amountText({ amount: "1", amountMax: "2" }) // "1—2" */
export const amountText = ({ amount, amountMax }: Pick<Amount, "amount" | "amountMax">): string =>
  amountMax === undefined ? (amount ?? "") : `${amount}—${amountMax}`;
