/** English: flow. */
export const flow = {} as const;
