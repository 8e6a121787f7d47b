/** Swedish: tables. */
export const tables = {};
