/** Swedish: flow. */
export const flow = {};
