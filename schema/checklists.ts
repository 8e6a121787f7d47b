/** The reporting checklists that a review can be held against. */
export const checklists = ['prisma-2020', 'prisma-2020-abstract', 'prisma-scr'] as const;
export type Checklist = (typeof checklists)[number];
