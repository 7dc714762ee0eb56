import type { Answer, Ask, CallName, Progress } from "./protocol.ts";

/** What one call may do beside computing: say how far it is, and let others (a cancel) have their turn. */
export interface Turn {
  readonly progress: (progress: Progress) => void;
  /** Resolves in a later task; throws where the call was cancelled. */
  readonly breathe: () => Promise<void>;
  /** Resolves with the promise; throws as soon as the call is cancelled. */
  readonly until: <T>(promise: Promise<T>) => Promise<T>;
}

/** An answer for every call (应答). */
export type Answers = { readonly [Name in CallName]: (ask: Ask<Name>, turn: Turn) => Promise<Answer<Name>> };
