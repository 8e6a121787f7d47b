/** Every table and list of values, for those who need several rooms at once. */
export * from './accounts.ts';
export * from './coding.ts';
export * from './columns.ts';
export * from './deliveries.ts';
export * from './documents.ts';
export * from './double-coding.ts';
export * from './extraction.ts';
export * from './findings.ts';
export * from './flow.ts';
export * from './jobs.ts';
export * from './publishing.ts';
export * from './records.ts';
export * from './reviews.ts';
export * from './screening.ts';
export * from './screening-rules.ts';
export * from './searches.ts';
export * from './synthesis.ts';
