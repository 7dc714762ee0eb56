/** An error as Excel answers it: a code of Office.js's, and what went wrong. */
export class ApiError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = "ApiError";
    this.code = code;
  }
}

export const invalidArgument = (detail: string): ApiError =>
  new ApiError(
    "InvalidArgument",
    `The argument is invalid or missing or has an incorrect format. (${detail})`,
  );

export const itemNotFound = (what: string): ApiError =>
  new ApiError("ItemNotFound", `The requested resource doesn't exist. (${what})`);

export const accessDenied = (detail: string): ApiError =>
  new ApiError("AccessDenied", `You cannot perform the requested operation. (${detail})`);

/** A member that Office.js has and this host has not: it says so by name, wherever it is met. */
export class LackingMember extends ApiError {
  readonly member: string;
  constructor(member: string) {
    super("ApiNotFound", `office-host has no ${member}; add it to packages/office-host/src/api.`);
    this.member = member;
  }
}

export const itemAlreadyExists = (name: string): ApiError =>
  new ApiError("ItemAlreadyExists", `A resource with the same name or identifier already exists. (${name})`);
