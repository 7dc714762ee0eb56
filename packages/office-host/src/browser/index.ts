/**
 * Plays Excel on the web to an add-in in a frame of a page.
 * @packageDocumentation
 */
export { type FrameHost, type FrameOptions, hostInFrame } from "./xdm-host.ts";
