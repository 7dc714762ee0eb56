import { resolve } from "@taizhang/admin-units";

const ending =
  /(?:计划|方案|意见|要点|通知|任务|任务书|责任书|报告|实事|工程|安排|清单|分解表|责任分解|任务分解|分工表|安排表|计划表|任务表|项目表|目标表|汇总表|明细表|台账|目录|分工方案|一览表|清单|措施|规划|办法|行动|决定|目标|项目|工作)(?:\(.{0,20}\))?(?:的通知)?$/;
const numbered = /^(?:[一二三四五六七八九十]+、|\(|\d+[、.]|第[一二三四五六七八九十\d]+[篇章条部])/;

/** The title of a plan: the first short line that ends as titles do (标题). */
export function planTitle(text: string): string | undefined {
  let seen = 0;
  for (const raw of text.slice(0, 2_000).split("\n")) {
    // the headings of a table may have run into its title
    const line = raw.replace(/序号(?=[\u3400-\u9fff]{6}).*$/, "").trim();
    if (line === "") continue;
    seen += 1;
    if (seen > 12) return undefined;
    if (line.length <= 60 && !numbered.test(line) && !/[。;,:>]/.test(line) && ending.test(line)) return line;
  }
  return undefined;
}

/** The place whose plan it is, the lowest that its title names: 长春市南关区2016年… is of 南关区 (行政区域). */
export function planRegion(title: string | undefined, text: string): string | undefined {
  const [head, first] = (title && place.exec(title)) || [];
  return (
    (first && title && lowest(first, title.slice(head?.length))) ||
    /(?:稿件来源|信息来源|来源|发布机构)\s*:\s*([\u3400-\u9fff]{2,10}(?:省|市|县|区|旗|州))(?:人民政府)?\s*$/m.exec(
      text.slice(0, 1_000),
    )?.[1]
  );
}

const place =
  /^(?:中共|关于(?:印发)?)?(?:20\d\d年度?)?([\u3400-\u9fff]{2,8}?(?:省|市|自治区|自治州|州(?!市)|盟|县|旗|(?<![小社园景])区))(?=\d{4}|人民政府|委|政府|[\u3400-\u9fff])/;

/** A place within the one before, as the directory of divisions has it: 长春市城区 is 长春市, 襄阳市襄州区 is 襄州区 and not 襄州. */
function lowest(upper: string, rest: string): string {
  const within = resolve(upper).code;
  if (within === undefined) return upper;
  for (const { index } of [...rest.slice(0, 10).matchAll(/[市州盟县旗区]/g)].reverse()) {
    const name = rest.slice(0, index + 1);
    const found = name.length < 2 ? undefined : resolve(name, { within });
    if (found?.type !== "division" || found.name !== name) continue;
    if (found.code?.startsWith(within.replace(/(?:00)+$/, ""))) return lowest(name, rest.slice(name.length));
  }
  return upper;
}
