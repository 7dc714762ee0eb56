import { brought } from "./brought.ts";

/** The pages over the list; the first screen does not wait for them (后到的页面). */
export const loadPages = brought(() => import("./page-view.tsx"));

/** The act 汇总. */
export const loadRollUp = brought(() => import("./roll-up-screen.tsx"));
