import { become, type Draft, isOpen, share } from "./column-meaning.ts";

const begins = /开工|启动|开始|进场|起始|动工|起|自/;
const other =
  /实际|填|报|更新|印发|审批|批复|立项|成立|签订|购置|受理|登记|发文|收文|来|会|上线前|上次|最近|反馈/;

/**
 * Days below words that say nothing of them: where no column is the deadline, the one of days is, and before a known
 * deadline it is the start (日期列).
 */
export function settleDates(drafts: readonly Draft[]): void {
  settleBeginning(drafts);
  const found = drafts.filter(
    (draft) => isOpen(draft) && draft.data.filled > 1 && share(draft.data.dates, draft.data) >= 0.8,
  );
  const [date] = found;
  const name = date?.path.at(-1)?.name ?? "";
  if (!date || found.length > 1 || other.test(name)) return;
  const deadline = drafts.find(({ field }) => field === "deadline");
  if (!deadline && !begins.test(name)) become(date, "deadline", 0.55, "dataDates");
  else if (begins.test(name) && !drafts.some(({ field }) => field === "start"))
    become(date, "start", 0.55, "dataDates");
}

/** 实际开工时间 over days is the start of the row, where no column tells when it was planned to begin (实际开工). */
function settleBeginning(drafts: readonly Draft[]): void {
  if (drafts.some(({ field }) => field === "start")) return;
  const found = drafts.filter(
    ({ field, data, path, evidence }) =>
      field === "other" &&
      begun.test(path.at(-1)?.name ?? "") &&
      share(data.dates, data) >= 0.6 &&
      evidence.every(({ rule }) => rule !== "corrected"),
  );
  const [only] = found;
  if (only && found.length === 1) become(only, "start", 0.8, "dataDates");
}

const begun = /^实际(?:开工|动工|开始|启动|进场)(?:建设)?(?:时间|日期|年月)?$/;
