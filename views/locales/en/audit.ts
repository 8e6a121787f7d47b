/** English: audit. */
export const audit = {} as const;
