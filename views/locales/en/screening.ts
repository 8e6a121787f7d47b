/** English: screening. */
export const screening = {} as const;
