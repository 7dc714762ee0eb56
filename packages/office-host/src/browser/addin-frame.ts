import type { RequirementSets } from "../requirements.ts";
import type { ConversationOptions } from "./xdm-conversation.ts";

export interface FrameOptions {
  /** The add-in's page; https, and of the same host name as the page that plays Excel. */
  readonly addin: string;
  readonly requirements?: RequirementSets;
  readonly language?: string;
}

/** The add-in's frame, and the way to and from it. */
export interface AddinFrame {
  readonly frame: HTMLIFrameElement;
  readonly conversation: ConversationOptions;
  readonly post: (text: string) => void;
  /** Puts the frame into the page; what the add-in says then comes to `hear`. */
  readonly open: (hear: (text: string) => void) => void;
}

const hostInfo = "Excel$Web$16.01$LANGUAGE$telemetryoff$$disableLogging$3";

/** A frame that believes to stand in Excel on the web. */
export function addinFrame(parent: HTMLElement, options: FrameOptions): AddinFrame {
  const language = options.language ?? "zh-CN";
  const conversation = `conversation-${crypto.randomUUID()}`;
  const app = `app-${crypto.randomUUID()}`;
  const address = new URL(options.addin, location.href);
  const { origin } = address;
  const frame = document.createElement("iframe");
  frame.title = language.startsWith("zh") ? "台账窗格" : "Taizhang pane";
  const info = hostInfo.replace("LANGUAGE", language);
  const page = location.href.split("#")[0] ?? "";
  const xdmInfo = [conversation, app, page].join("|");
  address.searchParams.set("_host_Info", info);
  address.hash = `&_xdm_Info=${xdmInfo}&_serializer_version=1`;
  frame.name = JSON.stringify({ baseFrameName: app, hostInfo: info, xdmInfo, serializerVersion: 1 });
  return {
    frame,
    conversation: {
      conversation,
      app,
      language,
      origin: location.origin,
      ...(options.requirements ? { requirements: options.requirements } : {}),
    },
    post: (text) => frame.contentWindow?.postMessage(text, origin),
    open: (hear) => {
      window.addEventListener("message", ({ source, origin: from, data }: MessageEvent) => {
        if (source === frame.contentWindow && from === origin && typeof data === "string") hear(data);
      });
      frame.src = address.href;
      parent.append(frame);
    },
  };
}
