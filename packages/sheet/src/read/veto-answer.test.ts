import { expect, test } from "vitest";
import { answers } from "../../specs/veto-answers.json";
import { vetoAnswer } from "./veto-answer.ts";

test.each(Object.entries(answers).flatMap(([reads, texts]) => texts.map((text) => [text, reads] as const)))(
  "一票否决填“%s”：%s",
  (text, reads) => {
    expect(vetoAnswer(text)).toBe(reads);
  },
);
