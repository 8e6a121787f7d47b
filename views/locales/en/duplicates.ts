/** English: duplicates. */
export const duplicates = {} as const;
