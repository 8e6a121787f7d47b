/** English: coding. */
export const coding = {} as const;
