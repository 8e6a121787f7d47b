/** Swedish: documents. */
export const documents = {};
