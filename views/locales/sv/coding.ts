/** Swedish: coding. */
export const coding = {};
