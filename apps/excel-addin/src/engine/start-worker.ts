import { engineOn } from "./client.ts";
import type { Engine, FromWorker } from "./protocol.ts";

/** The engine in a module worker of its own (后台引擎). */
export function startWorker(): Engine {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "taizhang" });
  return engineOn({
    send: (message) => worker.postMessage(message),
    receive: (onMessage) => {
      worker.onmessage = ({ data }: MessageEvent<FromWorker>) => onMessage(data);
    },
  });
}
