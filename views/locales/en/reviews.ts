/** English: reviews. */
export const reviews = {} as const;
