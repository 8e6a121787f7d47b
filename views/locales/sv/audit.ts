/** Swedish: audit. */
export const audit = {};
