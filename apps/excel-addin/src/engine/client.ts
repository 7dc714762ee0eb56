import {
  type Answer,
  type CallName,
  type Engine,
  EngineFailure,
  type FromWorker,
  type Progress,
  type ToWorker,
} from "./protocol.ts";

/** A way to and from an engine: a worker, or one in the same thread. */
export interface Line {
  readonly send: (message: ToWorker) => void;
  readonly receive: (onMessage: (message: FromWorker) => void) => void;
}

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (failure: EngineFailure) => void;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** The engine at the other end of the line. */
export function engineOn(line: Line): Engine {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  line.receive((message) => {
    const call = waiting.get(message.id);
    if (!call) return;
    if (message.kind === "progress") return call.onProgress?.(message.progress);
    waiting.delete(message.id);
    if (message.kind === "answer") call.resolve(message.answer as never);
    else call.reject(new EngineFailure(message.why, message.detail));
  });
  return {
    put: (part) => line.send({ kind: "part", part }),
    patch: (part) => line.send({ kind: "block", part }),
    call: <Name extends CallName>(
      name: Name,
      ask: unknown,
      {
        signal,
        onProgress,
      }: { readonly signal?: AbortSignal; readonly onProgress?: (progress: Progress) => void } = {},
    ) =>
      new Promise<Answer<Name>>((resolve, reject) => {
        if (signal?.aborted) return reject(new EngineFailure("cancelled"));
        const id = ++last;
        waiting.set(id, { resolve, reject, onProgress });
        line.send({ kind: "call", id, name, ask });
        signal?.addEventListener(
          "abort",
          () => {
            if (!waiting.delete(id)) return;
            line.send({ kind: "cancel", id });
            reject(new EngineFailure("cancelled"));
          },
          { once: true },
        );
      }),
  };
}
