import { expect, test } from "vitest";
import { sayLight, sayState } from "./say-light.ts";

test("lights and states in words", () => {
  expect(sayLight("green")).toBe("绿灯");
  expect(sayLight("notDue", "en")).toBe("not due");
  expect(sayState("behind")).toBe("滞后");
  expect(sayState("done", "en")).toBe("done");
});
