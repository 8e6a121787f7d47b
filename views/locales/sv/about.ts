/** Swedish: about. */
export const about = {};
