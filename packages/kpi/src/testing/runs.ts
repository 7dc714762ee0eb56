/// <reference types="node" />

/** How often each law is tried: 1,000 times in the suite, and as often as TAIZHANG_RUNS says. */
export const runs = Number(process.env.TAIZHANG_RUNS ?? 1_000);
