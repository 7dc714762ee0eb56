import { answerCalls } from "./answer-calls.ts";
import type { FromWorker, ToWorker } from "./protocol.ts";
import { serve } from "./serve.ts";

const scope = globalThis as unknown as {
  onmessage: ((event: { readonly data: ToWorker }) => void) | null;
  postMessage: (message: FromWorker) => void;
};
const receive = serve(answerCalls(), (message) => scope.postMessage(message));
scope.onmessage = ({ data }) => receive(data);
