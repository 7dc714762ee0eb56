import { templateLayouts } from "@taizhang/sheet";
import { writeWorkbook } from "@taizhang/xlsx";
import type { ExitCode, Session } from "../io.ts";
import { writeNew } from "../write-new.ts";

/** Writes an empty ledger with drop-downs and a page of instructions (空白任务分解表). */
export async function template(
  session: Session,
  { out, json }: { out: string; json?: boolean },
): Promise<ExitCode> {
  const problem = await writeNew(out, writeWorkbook(templateLayouts(session.lang)), [], session);
  const errors = problem ? [problem] : [];
  if (json) session.out(JSON.stringify({ schemaVersion: 1, findings: [], errors }, null, 2));
  else session[problem ? "err" : "out"](problem?.message ?? session.words.file.written(out));
  return problem ? 2 : 0;
}
