import { lightPresets } from "@taizhang/kpi";
import type { Parameters } from "./settings.ts";
import { settingsWords } from "./words.ts";

/** A parameter from its name and text; undefined for an unknown name and for a value that it cannot have. */
export function parameterOf(name: string, text: string): Parameters | undefined {
  const number = /^\d{1,6}(\.\d{1,6})?$/.test(text) ? Number(text) : undefined;
  switch (keyOfName(name)) {
    case "reasonLength":
      return number !== undefined && Number.isInteger(number) && number >= 1 && number <= 200
        ? { reasonLength: number }
        : undefined;
    case "weightTotal":
      return number ? { weightTotal: number } : undefined;
    case "rateTolerance":
      return number !== undefined && number <= 100 ? { rateTolerance: number } : undefined;
    case "light":
      return lightPresets.includes(text) ? { light: text } : undefined;
    case "pace": {
      const [month, day] = (["byMonth", "byDay"] as const).map((key) =>
        Object.values(settingsWords).map((words) => words[key]),
      );
      return month?.includes(text) ? { pace: "month" } : day?.includes(text) ? { pace: "day" } : undefined;
    }
    default:
      return undefined;
  }
}

function keyOfName(name: string): keyof Parameters | undefined {
  for (const { parameterNames } of Object.values(settingsWords))
    for (const [key, [label]] of Object.entries(parameterNames))
      if (label === name) return key as keyof Parameters;
  return undefined;
}
