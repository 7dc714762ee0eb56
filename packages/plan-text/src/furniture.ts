import { entryLine, openLine } from "./line-wraps.ts";
import { linesIn } from "./lines.ts";
import type { Span } from "./plan.ts";

/** Lines that a web page puts around a document (网页附带文字). Each must match the whole of a short line. */
const lines: readonly RegExp[] = [
  /^.{0,20}(?:首页|主页|网站首页|当前位置|您的位置|您所在的位置|当前的位置).{0,10}[>»:→].*$/,
  /^(?:稿件来源|信息来源|文章来源|来源|作者|责任编辑|编辑|责编|审核|初审|终审|发布人|发布机构|发布单位|浏览次数|浏览量|点击数|点击率|阅读次数|阅读量|访问量|字号|字体|打印|分享到?|发文机关|索引号|主题分类|公开方式|信息分类|生成日期|关键词|主题词|录入)\s*:?\s*(?:[[【(].{0,40}|:.{0,80}|.{0,12})$/,
  /^(?:发布|更新|上传|时间|日期|发布时间|发布日期|更新时间|上传时间|发文日期|成文日期|有效期)(?:时间|日期)?\s*:\s*\d{4}.*$/,
  /^\d{4}[-/年.]\d{1,2}[-/月.]\d{1,2}日?\s+\d{1,2}:\d{2}.*$/,
  /^(?:上传人|文档编号|下载|相关资源|猜你喜欢|资源描述|展开阅读全文|收藏|举报|上一篇|下一篇|上一页|下一页|返回|关闭|打印本页|网站地图|联系我们|版权声明|免责声明|相关文章|相关推荐|热门推荐|推荐阅读)(?:$|[\s:|].*$)/,
  /^(?:copyright|版权所有|主办:|承办:|技术支持).*$/i,
  /^.*(?:ICP备|公网安备|网站标识码|经营许可证编号|All Rights Reserved).*$/i,
  /^.{0,60}(?:\.docx?|\.pdf|\.wps|\.txt)(?:_第\d+页)?$/,
  /^第\s*\d+\s*页(?:\s*[/,，]\s*共\s*\d+\s*页)?$/,
  /^[-—–]\s*\d{1,3}\s*[-—–]$/,
  /^亲,.{0,60}$/,
  /^(?:导语|开篇|前言|编者按|小编).{0,20}(?:推荐|小编|欢迎阅读|网友上传|来源于|写作|整理|收集).{0,200}$/,
  /^.{0,120}(?:下面是小编|小编精心|小编为大家|希望对(?:您|大家|你)有(?:所)?帮助|仅供参考|欢迎阅读|不代表本站|由网络收集|如有侵权).{0,200}$/,
  /^第\d{1,2}页.{0,10}$/,
  /^.{0,40}\([^()]{0,6}精选\s*\d+\s*篇\)$/,
];
/** The same behind the end of a paragraph. */
const tail = /(?:此资料由网络收集而来|本文来源于网络|资料共分享).{0,80}$/;
const longest = 400;

/** The stretches of a text that a web page added; line breaks stay. */
export function furnitureIn(text: string): Span[] {
  const found: Span[] = [];
  for (const { start, end } of linesIn(text, { start: 0, end: text.length })) {
    const across = end > start && end - start < 12 ? pageBreak(text, start, end) : undefined;
    if (across) found.push(across);
    else if (end > start) {
      const span = end - start <= longest ? ofLine(text, start, end) : ofTail(text, start, end);
      if (span) found.push(span);
    }
  }
  const signed = signature.exec(text.slice(-80));
  if (signed && !hasDatedCells(text)) {
    const at = Math.max(0, text.length - 80) + signed.index;
    if ((found.at(-1)?.end ?? 0) <= at) found.push({ start: at, end: text.length });
  }
  return found;
}

/** The day on which a document was signed, at its very end; it is no deadline. */
const signature =
  /(?<=\n)[ \t]*(?:\d{4}年\d{1,2}月\d{1,2}日|二[〇零○]..年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)\s*$/;

/** In a table of a cell a line the last date may be the last cell, as another is. */
function hasDatedCells(text: string): boolean {
  const table = text.search(/\n[ \t]{0,4}序[ \t]{0,4}号[ \t]{0,4}\n/);
  return table >= 0 && /\n[ \t]{0,4}\d{4}年\d{1,2}月\d{1,2}日[ \t]{0,4}\n\s*\S/.test(text.slice(table));
}

const pageNumber = /^\s*(?:[-—–]\s*\d{1,3}\s*[-—–]|第\s*\d+\s*页(?:\s*[/,]?\s*共\s*\d+\s*页)?)\s*$/;

/** The number of a page within a sentence, with the line breaks around it. */
function pageBreak(text: string, start: number, end: number): Span | undefined {
  if (!pageNumber.test(text.slice(start, end))) return undefined;
  let from = start;
  while (from > 0 && /\s/.test(text.charAt(from - 1))) from--;
  let to = end;
  while (to < text.length && /\s/.test(text.charAt(to))) to++;
  const opens =
    openLine.test(text.slice(Math.max(0, from - 1), from)) && from - text.lastIndexOf("\n", from - 1) > 20;
  return opens && !entryLine.test(text.slice(to, to + 16)) ? { start: from, end: to } : undefined;
}

function ofLine(text: string, start: number, end: number): Span | undefined {
  const line = text.slice(start, end).trim();
  return line !== "" && lines.some((one) => one.test(line)) ? { start, end } : ofTail(text, start, end);
}

function ofTail(text: string, start: number, end: number): Span | undefined {
  const from = Math.max(start, end - 160);
  const match = tail.exec(text.slice(from, end));
  return match ? { start: from + match.index, end } : undefined;
}
