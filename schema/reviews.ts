/** A review, the versions of its protocol, and the eligibility criteria that decisions name. */
import { sql } from 'drizzle-orm';
import { check, integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core';
import { createdAt, flag, id, json, moment, oneOf, type Words, words } from './columns.ts';

export const reviewKinds = [
  'scoping',
  'systematic',
  'rapid',
  'literature',
  'mixed_methods',
  'qualitative_synthesis',
  'umbrella',
  'evidence_map',
] as const;
export type ReviewKind = (typeof reviewKinds)[number];

export const frameworks = ['PCC', 'PICO', 'PICOS', 'PEO', 'SPIDER', 'SPICE', 'none'] as const;
export type Framework = (typeof frameworks)[number];

/** The four PRISMA 2020 flow templates (Page et al. 2021). */
export const flowTemplates = ['new-v1', 'new-v2', 'updated-v1', 'updated-v2'] as const;
export type FlowTemplate = (typeof flowTemplates)[number];

/**
 * What the flow can be counted from: every record with its decisions, or, for a legacy review, only the list of
 * what was included (the other boxes then hold what its report says, or "not reported").
 */
export const flowBases = ['records', 'included_list'] as const;
export type FlowBasis = (typeof flowBases)[number];

export const review = sqliteTable(
  'review',
  {
    id: id(),
    /** The review's name in addresses and on the command line: `eskilstuna-2022`. */
    slug: text('slug').notNull().unique(),
    title: words('title').notNull(),
    summary: words('summary').notNull().default({}),
    kind: text('kind', { enum: reviewKinds }).notNull().default('scoping'),
    flowTemplate: text('flow_template', { enum: flowTemplates }).notNull().default('new-v2'),
    flowBasis: text('flow_basis', { enum: flowBases }).notNull().default('records'),
    /** How many people judge each report at each stage: 1 or 2. */
    reviewersTitleAbstract: integer('reviewers_title_abstract').notNull().default(2),
    reviewersFullText: integer('reviewers_full_text').notNull().default(2),
    /** Who commissioned and wrote it, as shown on its public page. */
    attribution: words('attribution').notNull().default({}),
    /** An exercise can never be published and counts nowhere. */
    isExercise: flag('is_exercise').notNull().default(false),
    /** How far the ids of its reports have moved since it began: a review restored beside others gets new ones. */
    reportIdShift: integer('report_id_shift').notNull().default(0),
    createdAt: createdAt(),
    publishedAt: moment('published_at'),
    archivedAt: moment('archived_at'),
  },
  (t) => [
    check('review_kind', sql`${t.kind} in ${oneOf(reviewKinds)}`),
    check('review_template', sql`${t.flowTemplate} in ${oneOf(flowTemplates)}`),
    check('review_basis', sql`${t.flowBasis} in ${oneOf(flowBases)}`),
    check(
      'review_reviewers',
      sql`${t.reviewersTitleAbstract} in (1, 2) and ${t.reviewersFullText} in (1, 2)`,
    ),
    check('exercise_unpublished', sql`not (${t.isExercise} and ${t.publishedAt} is not null)`),
  ],
);

export const criterionKinds = ['include', 'exclude'] as const;
export type CriterionKind = (typeof criterionKinds)[number];

/** What a protocol says, whole, as it stood in one version. */
export type ProtocolContent = {
  questions: Words[];
  framework: Framework;
  /** Key of the framework's element (`population`, `concept`, `context`, ...) to its description. */
  elements: Record<string, Words>;
  criteria: { code: string; kind: CriterionKind; label: Words; statement: Words }[];
  periodFrom: string | null;
  periodTo: string | null;
  /** ISO 639-1. */
  languages: string[];
  /** ISO 3166-1 alpha-2; the wording of the original stands in `countriesNote`. */
  countries: string[];
  countriesNote: Words;
  notes: Words;
};

/** The protocol as first written (number 1) and as amended since; the last one is in force. */
export const protocolVersion = sqliteTable(
  'protocol_version',
  {
    id: id(),
    reviewId: integer('review_id')
      .notNull()
      .references(() => review.id),
    number: integer('number').notNull(),
    content: json<ProtocolContent>('content').notNull(),
    /** Why it was changed; empty only in the first version. */
    reason: text('reason').notNull().default(''),
    personId: integer('person_id').notNull(),
    at: moment('at').notNull(),
  },
  (t) => [
    unique('protocol_version_once').on(t.reviewId, t.number),
    check('amendment_has_reason', sql`${t.number} = 1 or ${t.reason} <> ''`),
  ],
);

/** A criterion that votes can name. Its wording follows the protocol in force; its id never changes. */
export const criterion = sqliteTable(
  'criterion',
  {
    id: id(),
    reviewId: integer('review_id')
      .notNull()
      .references(() => review.id),
    /** The protocol's own number for it: `I1`, `E3`. */
    code: text('code').notNull(),
    kind: text('kind', { enum: criterionKinds }).notNull(),
    /** A few words, as a reason for exclusion reads in the flow ("Not peer reviewed"). */
    label: words('label').notNull(),
    statement: words('statement').notNull(),
    position: integer('position').notNull(),
    /** Set when an amendment takes it away: old votes still name it, new ones cannot. */
    retiredAt: moment('retired_at'),
  },
  (t) => [
    unique('criterion_code').on(t.reviewId, t.code),
    check('criterion_kind', sql`${t.kind} in ${oneOf(criterionKinds)}`),
  ],
);
