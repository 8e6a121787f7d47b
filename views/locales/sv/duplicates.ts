/** Swedish: duplicates. */
export const duplicates = {};
