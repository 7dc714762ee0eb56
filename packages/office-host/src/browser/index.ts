/**
 * Plays Excel on the web to an add-in in a frame of a page.
 * @packageDocumentation
 */
export type { FrameOptions } from "./addin-frame.ts";
export { playFromWorker, type WorkerScope, workerInFrame } from "./worker-host.ts";
export { type FrameHost, hostInFrame } from "./xdm-host.ts";
