/**
 * What a link to a place shows, where both parts are texts: IronCalc does not know HYPERLINK (链接的文字).
 * @example linkText('=HYPERLINK("#月报!B4","B4")') // "B4"
 */
export function linkText(formula: string): string | undefined {
  const [, text] = /^=HYPERLINK\("(?:[^"]|"")*",\s*"((?:[^"]|"")*)"\)$/i.exec(formula) ?? [];
  return text?.replaceAll('""', '"');
}
