import type { Lang } from "@taizhang/finding";
import type { Light } from "../light.ts";
import type { State } from "../task-state.ts";
import { explainWords } from "./words-in.ts";

/** A light in words (灯的说法). @example sayLight("notDue") // "未到节点" */
export const sayLight = (light: Light, lang: Lang = "zh-CN"): string => explainWords(lang).lights[light];

/** A task's state in words (任务状态的说法). @example sayState("onTrack") // "正常推进" */
export const sayState = (state: State, lang: Lang = "zh-CN"): string =>
  explainWords(lang).state.states[state];
