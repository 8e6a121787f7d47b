/**
 * The one catalogue of what can go wrong: a code and its HTTP status. The words stand in the catalogues of all
 * languages under `error.<CODE>`; a test holds the two together.
 */
export const errorStatus = {
  NOT_FOUND: 404,
  SIGN_IN_REQUIRED: 401,
  NOT_ALLOWED: 403,
  CROSS_SITE_REQUEST: 403,
  TOO_MANY_REQUESTS: 429,
  TOO_LARGE: 413,
  INVALID_INPUT: 422,
  INTERNAL: 500,
  // accounts
  SIGN_IN_FAILED: 422,
  EMAIL_TAKEN: 422,
  INVITATION_INVALID: 404,
  PASSWORD_WRONG: 422,
  LAST_OWNER: 422,
  LAST_ADMINISTRATOR: 422,
  PERSON_UNKNOWN: 422,
} as const satisfies Record<string, number>;

export type ErrorCode = keyof typeof errorStatus;
export type ErrorParams = Record<string, string | number>;

/** A refusal that the person can do something about. `field` names the form field it belongs to. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
  readonly field: string | null;

  constructor(code: ErrorCode, params: ErrorParams = {}, field: string | null = null) {
    super(code);
    this.code = code;
    this.params = params;
    this.field = field;
  }

  get status(): number {
    return errorStatus[this.code];
  }
}

export const notFound = () => new AppError('NOT_FOUND');
