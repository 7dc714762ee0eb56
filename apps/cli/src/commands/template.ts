import { noSettings, settingsLayout, teamRulesLayout, templateLayouts } from "@taizhang/sheet";
import { writeWorkbook } from "@taizhang/xlsx";
import type { ExitCode, Session } from "../io.ts";
import { writeNew } from "../write-new.ts";

/**
 * Writes an empty ledger with drop-downs and a page of instructions (空白任务分解表), or the sheets 台账设置 and 台账规则 as they
 * stand before anything is set, to be moved into a workbook (空白设置表).
 */
export async function template(
  session: Session,
  { out, json, settings }: { out: string; json?: boolean; settings?: boolean },
): Promise<ExitCode> {
  const { lang } = session;
  const layouts = settings
    ? [settingsLayout(noSettings, lang), teamRulesLayout([], lang)]
    : templateLayouts(lang);
  const problem = await writeNew(out, writeWorkbook(layouts), [], session);
  const errors = problem ? [problem] : [];
  if (json) session.out(JSON.stringify({ schemaVersion: 1, findings: [], errors }, null, 2));
  else session[problem ? "err" : "out"](problem?.message ?? session.words.file.written(out));
  return problem ? 2 : 0;
}
