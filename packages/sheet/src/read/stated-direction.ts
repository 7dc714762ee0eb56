import type { Bound, Direction } from "@taizhang/model";
import type { Amount, Entry } from "../entry.ts";
import { readAmount } from "./amount.ts";

/** What a cell of 目标方向 says; neither direction nor bound for “=”, 定性 and a dash, which leave it to the name. */
export interface StatedDirection {
  readonly direction?: Direction;
  /** The bound that it gives a bare number; absent for 区间, whose two ends stand in the target. */
  readonly bound?: Extract<Bound, "ge" | "gt" | "le" | "lt">;
}

/** A word by its way: as signs, as words of a bound, by the kind of indicator, by what is to become of it. */
const ways: readonly (readonly [StatedDirection, RegExp])[] = [
  [{ direction: "up", bound: "gt" }, /^(?:[>›]|大于|高于|多于|超过)$/u],
  [{ direction: "down", bound: "lt" }, /^(?:[<‹]|小于|低于|少于|不[到足满])$/u],
  [
    { direction: "up", bound: "ge" },
    /^(?:[≥⩾≧≩]=?|[>›]=|=>|大于或?等于|不[低少小]于|至少|最[低少小]|下限|[及或]?以上|正[向性]?|效益|[越愈][高大多][越愈][好优]|(?:逐[年步月])?(?:上升|升高?|增[长加大多]?|提[高升]|扩大|只[增升]不[减降])|[↑⬆▲]|up|increase|higher(?:is)?better|atleast|min(?:imum)?|ge)$/u,
  ],
  [
    { direction: "down", bound: "le" },
    /^(?:[≤⩽≦≨]=?|[<‹]=|=<|小于或?等于|不[高多大]于|不(?:得|能)?超过?|至多|最[高多大]|上限|封顶|控制(?:在|数)?|[及或]?以[内下]|之内|[逆负反][向性]?|成本|[越愈][低小少][越愈][好优]|(?:逐[年步月])?(?:下降|降低?|压?减[少低]?|压[减降缩]|缩小|只[减降]不[增升])|[↓⬇▼]|down|decrease|lower(?:is)?better|atmost|max(?:imum)?|le)$/u,
  ],
  [{ direction: "within" }, /^(?:区间|适度|适中|中性|范围|介于|之间|[~～—–-]{2,}|[~～]|within|range|band)$/u],
  [{}, /^(?:=+|等于|达到|完成|[≈±]|约|约为|定性|定量|无|[—–/-]+|不涉及|equal|eq|qualitative)$/u],
];

const known = new Map<string, StatedDirection | "unread">();

/** The way in which an entry's column of directions says the target goes (目标方向); "unread" for other words. */
export function statedDirection(entry: Entry): StatedDirection | "unread" | undefined {
  const text = entry.cells.get("direction")?.text ?? "";
  if (text === "") return undefined;
  const before = known.get(text);
  if (before) return before;
  const found = readDirection(text);
  if (known.size > 1_000) known.clear();
  known.set(text, found);
  return found;
}

function readDirection(text: string): StatedDirection | "unread" {
  // ≥ is no letter that NFKC knows; ＞＝ is, and so are the spaces.
  const said = text.normalize("NFKC").toLowerCase().replace(/\s+/gu, "");
  const bare = said.replace(/[([][^()[\]]*[)\]]/gu, "").replace(/(?:[型类]?(?:指标|目标)|[型类])$/u, "");
  // 正向指标（越大越好）, or the sign alone in brackets.
  const word = bare === "" ? said.replace(/^[([]|[)\]]$/gu, "") : bare;
  return ways.find(([, words]) => words.test(word))?.[0] ?? "unread";
}

/**
 * What the target of an entry says, with the bound of its cell, else of the column of directions, the ledger's
 * first, else of its heading (年度目标).
 */
export function readTarget(entry: Entry, ledger?: Entry): Amount {
  const cell = entry.cells.get("target");
  const amount = readAmount(cell, entry);
  const bound = amount.bound ?? boundBeside(entry, ledger) ?? cell?.column.bound;
  return bound === undefined ? amount : { ...amount, bound };
}

/** What is made or done: of 新建1—2个 the far end is what they strive for, though 目标方向 says 区间. */
const deed =
  /新[建增开设]|[改扩续]建|改造|建[成设]|增[设加]|完成|实施|开展|举办|整治|治理|维修|修[建缮]|培[训育]|发放|创建|打造|引进|救助|帮扶|安置|植树|造林/u;

/** 区间 is a band where the target has two ends, unless it counts deeds; it says nothing of a single number. */
export function directionBeside(entry: Entry, ledger?: Entry): Direction | undefined {
  const direction = statedBy(entry, ledger)?.direction;
  // 下降3.2% is met by 3.5: the number is the fall itself, and the more of it the better.
  if (direction === undefined && isFall(entry)) return "up";
  if (direction === undefined && isHeldWithin(entry)) return "within";
  if (direction !== "within") return direction;
  const hasTwoEnds = (row: Entry | undefined) =>
    row !== undefined && readAmount(row.cells.get("target"), row).amountMax !== undefined;
  const counts = [entry, ledger].some((row) => row && deed.test(row.task + row.indicator));
  return !counts && (hasTwoEnds(entry) || hasTwoEnds(ledger)) ? "within" : undefined;
}

/** 控制在3%—5%: the words of the cell itself call it a band. */
function isHeldWithin(row: Entry): boolean {
  const cell = row.cells.get("target");
  return cell !== undefined && /控制/u.test(cell.text) && readAmount(cell, row).amountMax !== undefined;
}

const isFall = (row: Entry): boolean => readAmount(row.cells.get("target"), row).change === "down";

const boundBeside = (entry: Entry, ledger: Entry | undefined) => statedBy(entry, ledger)?.bound;

function statedBy(entry: Entry, ledger: Entry | undefined): StatedDirection | undefined {
  const stated = (ledger && statedDirection(ledger)) ?? statedDirection(entry);
  return stated === "unread" ? undefined : stated;
}
