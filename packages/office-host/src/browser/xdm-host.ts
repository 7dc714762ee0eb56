import type { OfficeHost } from "../host.ts";
import { addinFrame, type FrameOptions } from "./addin-frame.ts";
import { xdmConversation } from "./xdm-conversation.ts";

/** Excel on the web for an add-in in a frame of this page. */
export interface FrameHost {
  readonly frame: HTMLIFrameElement;
  /** Presses a button of the ribbon; resolves when the add-in says that it is done. */
  runCommand(action: string): Promise<void>;
  /** What the add-in asked of the page beyond the workbook and got no answer to. */
  readonly unknown: string[];
}

/** Puts the add-in's frame into the page and plays Excel to it, in the page's own thread. */
export function hostInFrame(host: OfficeHost, parent: HTMLElement, options: FrameOptions): FrameHost {
  const { frame, conversation, post, open } = addinFrame(parent, options);
  const { hear, runCommand, unknown } = xdmConversation(host, conversation, post);
  open(hear);
  return { frame, runCommand, unknown };
}
