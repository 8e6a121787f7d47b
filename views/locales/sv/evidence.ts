/** Swedish: evidence. */
export const evidence = {};
