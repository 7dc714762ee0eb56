import fc from "fast-check";

/** Property tests try the same cases everywhere; `TAIZHANG_SEED=7 vitest run …` looks further. */
fc.configureGlobal({ seed: Number(process.env.TAIZHANG_SEED ?? 20161025) });
