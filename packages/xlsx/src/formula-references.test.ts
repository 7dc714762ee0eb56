import { rangeRef } from "@taizhang/grid";
import fc from "fast-check";
import { expect, test } from "vitest";
import { referencesOf } from "./formula-references.ts";
import { shiftFormula } from "./formula-shift.ts";

test.each<[string, string[], string[], boolean]>([
  ["A1+$B$2*C$3:$D4", ["A1", "B2", "C3:D4"], [], false],
  ["SUM(A:A,$C:D,2:3)", ["A1:A1048576", "C1:D1048576", "A2:XFD3"], [], false],
  ["'民生 台账'!B2+台账!C3+'它''s'!A1", ["民生 台账!B2", "台账!C3", "它's!A1"], [], false],
  ["SUM(一月:三月!A1,'1 月:2 月'!B2)", ["一月:三月!A1", "1 月:2 月!B2"], [], false],
  ['IF(A1="B2 "&"""C3""",1,"")', ["A1"], [], false],
  ["税率*LOG10(10)+ATAN2(1,2)", [], ["税率"], false],
  ["TRUE+FALSE+#REF!+#N/A", [], [], false],
  ['INDIRECT("A1")', [], [], true],
  ["SUM(OFFSET(A1,1,1))", ["A1"], [], true],
  ["表1[目标]", [], ["目标"], true],
  ["[@目标]*2", [], ["目标"], true],
  ["A1:INDEX(B:B,3)", ["A1", "B1:B1048576"], [], true],
  ["[1]台账!A1", [], [], false],
  ["'[别的.xlsx]台账'!A1", [], [], false],
  ["台账!税率", [], ["台账!税率"], false],
  ["_xlfn.LET(_xlpm.x,A1,_xlpm.x*2)", ["A1"], [], false],
  ["1.5E+3+A1", ["A1"], [], false],
  ["A1048577+XFE1", [], [], true],
])("%s refers to %j", (formula, blocks, names, anywhere) => {
  const found = referencesOf(formula);
  const sheetOf = ({ sheet, lastSheet }: { sheet?: string; lastSheet?: string }) =>
    sheet === undefined ? "" : `${sheet}${lastSheet === undefined ? "" : `:${lastSheet}`}!`;
  expect(found.blocks.map((block) => sheetOf(block) + rangeRef(block.range))).toEqual(blocks);
  expect(found.names.map(({ sheet, name }) => (sheet === undefined ? name : `${sheet}!${name}`))).toEqual(
    names,
  );
  expect(found.anywhere).toBe(anywhere);
});

test("no formula takes long", () => {
  const piece = fc.constantFrom("[", "]", "'", '"', ".", ":", "!", "a", "1", "１", "A1", "$", "(", "\\");
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 3 }), (pieces) => {
      const formula = pieces.join("").repeat(2000).slice(0, 8192);
      const start = Date.now();
      referencesOf(formula);
      shiftFormula(formula)(1, 1);
      expect(Date.now() - start).toBeLessThan(20_000);
    }),
    { numRuns: 150 },
  );
});
