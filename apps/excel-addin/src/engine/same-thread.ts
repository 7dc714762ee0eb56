import { answerCalls } from "./answer-calls.ts";
import { engineOn } from "./client.ts";
import type { Engine, FromWorker } from "./protocol.ts";
import { serve } from "./serve.ts";

/** The engine in this thread, for tests; messages are copied as to a worker. */
export function sameThreadEngine(): Engine {
  let back: (message: FromWorker) => void = () => {};
  const receive = serve(answerCalls(), (message) => back(structuredClone(message)));
  return engineOn({
    send: (message) => receive(structuredClone(message)),
    receive: (onMessage) => {
      back = onMessage;
    },
  });
}
