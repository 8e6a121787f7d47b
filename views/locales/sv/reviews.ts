/** Swedish: reviews. */
export const reviews = {};
