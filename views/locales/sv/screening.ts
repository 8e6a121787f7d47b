/** Swedish: screening. */
export const screening = {};
