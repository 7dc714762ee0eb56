import type { OfficeHost } from "../host.ts";
import { addinFrame, type FrameOptions } from "./addin-frame.ts";
import { type ConversationOptions, xdmConversation } from "./xdm-conversation.ts";

/** What goes between the page and the worker beside the talk with the add-in: commands of a test. */
type ToHost =
  | { readonly kind: "talk"; readonly options: ConversationOptions }
  | { readonly kind: "heard"; readonly text: string };
interface FromHost {
  readonly kind: "say";
  readonly text: string;
}

/**
 * Puts the add-in's frame into the page and lets a worker play Excel to it, so that Excel's work takes no time from the
 * thread of page and add-in, as it does not in a real browser. The page only hands texts on. The worker calls
 * `playFromWorker`.
 */
export function workerInFrame(worker: Worker, parent: HTMLElement, options: FrameOptions): HTMLIFrameElement {
  const { frame, conversation, post, open } = addinFrame(parent, options);
  worker.addEventListener("message", ({ data }: MessageEvent<FromHost>) => {
    if (data.kind === "say") post(data.text);
  });
  worker.postMessage({ kind: "talk", options: conversation } satisfies ToHost);
  open((text) => worker.postMessage({ kind: "heard", text } satisfies ToHost));
  return frame;
}

/** The part of a worker's scope that is needed here. */
export interface WorkerScope {
  addEventListener(type: "message", listener: (event: { readonly data: unknown }) => void): void;
  postMessage(message: unknown): void;
}

/** In a worker: plays Excel to the add-in that the page has put into a frame. */
export function playFromWorker(host: OfficeHost, scope: WorkerScope): void {
  let hear: ((text: string) => void) | undefined;
  scope.addEventListener("message", ({ data }) => {
    const message = data as ToHost;
    if (message.kind === "talk") {
      const say = (text: string): void => scope.postMessage({ kind: "say", text } satisfies FromHost);
      hear = xdmConversation(host, message.options, say).hear;
    } else if (message.kind === "heard") hear?.(message.text);
  });
}
