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
  // screening and documents
  STAGE_NOT_REACHED: 422,
  REASON_REQUIRED: 422,
  CRITERION_UNKNOWN: 422,
  MAYBE_AT_FULL_TEXT: 422,
  VOTE_NOT_NEEDED: 409,
  NOT_RETRIEVED: 422,
  NOTHING_TO_SETTLE: 409,
  ALREADY_STOPPED: 409,
  NOT_STOPPED: 409,
  NOTHING_LEFT: 409,
  FULL_TEXT_READ: 422,
  HOW_REQUIRED: 422,
  KEY_INVALID: 422,
  PILOT_RUNNING: 422,
  PILOT_EMPTY: 422,
  PILOT_ALONE: 422,
  PILOT_REASON: 422,
  KEY_TWICE: 422,
  REPORT_NOT_SOUGHT: 422,
  ZIP_UNREADABLE: 422,
  TOOL_REQUIRED: 422,
  NOTHING_TO_REMOVE: 422,
  STAGE_LIST_UNREADABLE: 422,
  STAGE_LIST_KNOWN: 409,
  // reviews, searches, publishing
  SLUG_INVALID: 422,
  SLUG_TAKEN: 422,
  TITLE_REQUIRED: 422,
  POLICY_IN_USE: 422,
  AMENDMENT_NEEDS_REASON: 422,
  PROTOCOL_CHANGED: 422,
  CRITERION_INCOMPLETE: 422,
  CRITERION_CODE_TWICE: 422,
  PERIOD_BACKWARDS: 422,
  LANGUAGE_UNKNOWN: 422,
  COUNTRY_NAME_UNKNOWN: 422,
  SEARCH_HAS_RECORDS: 422,
  BLOCK_INCOMPLETE: 422,
  EXERCISE_NOT_PUBLISHED: 422,
  FINDINGS_UNSUPPORTED: 422,
  ALREADY_PUBLISHED: 422,
  NOT_PUBLISHED: 422,
  PROJECT_KEY_TAKEN: 422,
  // export
  UNKNOWN_STYLE: 422,
  TEMPLATE_UNREADABLE: 422,
  ARCHIVE_UNREADABLE: 422,
  ARCHIVE_INCOMPLETE: 422,
  ARCHIVE_DAMAGED: 422,
  ARCHIVE_STRANGE: 422,
  ARCHIVE_ROW: 422,
  ARCHIVE_NEWER: 422,
  ARCHIVE_FILE_LOST: 409,
  INSTALLATION_NOT_EMPTY: 422,
  // coding, findings, tables
  WORDS_REQUIRED: 422,
  KEY_TAKEN: 422,
  COUNTRY_UNKNOWN: 422,
  FINDING_WITHOUT_SUPPORT: 422,
  CODE_CYCLE: 422,
  CODE_TOO_DEEP: 422,
  CODE_HAS_CHILDREN: 422,
  CODE_UNKNOWN: 422,
  CODES_UNREADABLE: 422,
  CODERS_COMPLETE: 422,
  CODERS_NOT_DONE: 422,
  ALREADY_COMPARED: 422,
  CODED_BY_TWO: 422,
  VERSION_UNCHANGED: 422,
  EXCERPT_NOT_LOCATED: 422,
  QUOTATION_HAS_ONE_LANGUAGE: 422,
  EXCERPT_IN_USE: 422,
  FINDING_KIND_UNKNOWN: 422,
  FINDING_UNKNOWN: 422,
  KIND_IN_USE: 422,
  SUPPORT_REPEATED: 422,
  SOURCE_REQUIRED: 422,
  BOX_UNKNOWN: 422,
  SERIES_UNREADABLE: 422,
  // records
  RUN_UNKNOWN: 422,
  FORMAT_UNKNOWN: 422,
  NO_FILE: 422,
  IMPORT_NOT_FAILED: 422,
  IMPORT_NOT_DONE: 422,
  IMPORT_NOT_WAITING: 422,
  COLUMNS_WITHOUT_TITLE: 422,
  PIECE_MENDED: 422,
  IMPORT_HAS_DECISIONS: 422,
  CORRECTION_INVALID: 422,
  PAIR_ANSWERED: 422,
  KEPT_APART: 422,
  SAME_PUBLICATION: 422,
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
