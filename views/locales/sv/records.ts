/** Swedish: records. */
export const records = {};
