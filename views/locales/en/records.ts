/** English: records. */
export const records = {} as const;
