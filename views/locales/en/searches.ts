/** English: searches. */
export const searches = {} as const;
