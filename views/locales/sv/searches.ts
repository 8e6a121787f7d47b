/** Swedish: searches. */
export const searches = {};
