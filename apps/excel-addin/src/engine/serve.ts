import type { AnswerCalls } from "./answer-calls.ts";
import type { Turn } from "./answers.ts";
import { type CallName, EngineFailure, type FromWorker, type ToWorker } from "./protocol.ts";

/** Receives messages for an engine and sends its answers (收发). */
export function serve(
  { store, answers }: AnswerCalls,
  send: (message: FromWorker) => void,
): (message: ToWorker) => void {
  const running = new Map<number, () => void>();
  const turnOf = (id: number, cancelled: Promise<never>): Turn => ({
    progress: (progress) => send({ kind: "progress", id, progress }),
    breathe: async () => {
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (!running.has(id)) throw new EngineFailure("cancelled");
    },
    until: (promise) => Promise.race([promise, cancelled]),
  });
  const answer = async (id: number, name: CallName, ask: unknown) => {
    const cancelled = new Promise<never>((_, reject) =>
      running.set(id, () => reject(new EngineFailure("cancelled"))),
    );
    cancelled.catch(() => {}); // nobody may be waiting
    try {
      const call = answers[name] as (ask: unknown, turn: Turn) => Promise<unknown>;
      send({ kind: "answer", id, answer: await call(ask, turnOf(id, cancelled)) });
    } catch (error) {
      const cancelled = error instanceof EngineFailure && error.kind === "cancelled";
      send({
        kind: "failed",
        id,
        why: cancelled ? "cancelled" : "error",
        detail: error instanceof Error ? error.message : "",
      });
    } finally {
      running.delete(id);
    }
  };
  return (message) => {
    if (message.kind === "part") store.put(message.part);
    else if (message.kind === "block") store.patch(message.part);
    else if (message.kind === "cancel") {
      running.get(message.id)?.();
      running.delete(message.id);
    } else void answer(message.id, message.name, message.ask);
  };
}
