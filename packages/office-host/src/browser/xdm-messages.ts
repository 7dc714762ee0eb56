/** A message of the protocol between Excel on the web and an add-in in a frame (XDM). They travel as JSON texts. */
export interface XdmMessage {
  readonly _messageType: number;
  readonly _actionName: string;
  readonly _actionType?: number;
  readonly _conversationId: string;
  readonly _correlationId: string | number;
  readonly _data?: unknown;
  readonly _errorCode?: number;
  readonly _responseType?: number;
}

export const messageType = { request: 0, response: 1 } as const;
export const actionType = { invoke: 0, register: 1, unregister: 2 } as const;
export const responseType = { call: 0, event: 1 } as const;

/** What a call to the host is for, by `DdaMethod.DispatchId`. */
export const dispatch = {
  loadSettings: 75,
  saveSettings: 76,
  richApi: 93,
  commandCompleted: 94,
  addinCommandState: 95,
} as const;

/** Office.js's own numbers for errors that concern a whole request. */
export const carrierErrors: Readonly<Record<string, number>> = {
  InvalidOperationInCellEditMode: 5004,
  InvalidOrTimedOutSession: 5012,
  WriteNotSupportedWhenModalDialogOpen: 5016,
  ActivityLimitReached: 5102,
  RequestPayloadSizeLimitExceeded: 5103,
  ResponsePayloadSizeLimitExceeded: 5104,
};
export const notSupported = 5001;
