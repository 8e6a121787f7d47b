/** English: tables. */
export const tables = {} as const;
