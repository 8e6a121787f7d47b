/** What the loaders of the demonstration reviews share: lists of data put in through the services. */
import type { Reference } from '../import/reference.ts';
import { addCodebook, type CodebookInput } from '../server/coding/codebooks/codebooks.ts';
import { addCode, type CodeInput } from '../server/coding/codebooks/codes.ts';
import { setAim } from '../server/coding/desk/aims.ts';
import { setCountries } from '../server/coding/desk/countries.ts';
import { addExcerpt, type ExcerptInput } from '../server/coding/excerpts/excerpts.ts';
import { addFinding, type FindingInput, finalizeFinding } from '../server/findings/findings.ts';
import { addSupport } from '../server/findings/supports.ts';
import type { PersonalContext } from '../server/platform/context.ts';
import { importReferences } from '../server/records/imports/hand-entry.ts';
import { takeOverDecision } from '../server/screening/votes/adjudications.ts';
import { presetsOf } from '../server/synthesis/builder/presets.ts';
import { readerFor } from '../server/synthesis/builder/reader.ts';
import { addTable } from '../server/synthesis/builder/saved.ts';
import type { Words } from './words.ts';

/** A review that is being loaded. */
export type Loading = { context: PersonalContext; reviewId: number };

/** The rows that keys of the data have become. */
export type Ids = { of(key: string): number };

export function idsFrom(entries: Iterable<readonly [string, number]>, what: string): Ids {
  const ids = new Map(entries);
  return {
    of(key) {
      const id = ids.get(key);
      if (id === undefined) throw new Error(`The seeds have no ${what} ${key}`);
      return id;
    },
  };
}

export type SeedPublication = {
  key: string;
  reference: Reference;
  countries: readonly string[];
  aim: Words | null;
  plainSummary?: Words;
  aimSource: string;
};

/** Publications that a legacy report lists as included: a batch, and the decision taken over for each. */
export function loadIncluded(
  { context, reviewId }: Loading,
  batch: { searchRunId: number | null; label: string; note: string },
  publications: readonly SeedPublication[],
): Ids {
  const { searchRunId, label, note } = batch;
  const references = publications.map(({ reference }) => reference);
  const reportIds = importReferences(context, { reviewId, searchRunId, label, references });
  const entries = publications.map((publication, index) => {
    const reportId = reportIds[index] ?? 0;
    const decision = { stage: 'full_text', answer: 'include', criterionId: null, note } as const;
    takeOverDecision(context, { reviewId, reportId, ...decision });
    if (publication.countries.length > 0) setCountries(context, reportId, publication.countries);
    const { aim, plainSummary = {}, aimSource: source } = publication;
    if (aim) setAim(context, reportId, { text: aim, plainSummary, source });
    return [publication.key, reportId] as const;
  });
  return idsFrom(entries, 'publication');
}

/** A parent stands before its children. */
export type SeedCode = Omit<CodeInput, 'parentId'> & { key: string; parent?: string | null };

export function loadCodebook(
  { context, reviewId }: Loading,
  input: CodebookInput,
  codes: readonly SeedCode[],
): Ids {
  const codebookId = addCodebook(context, reviewId, input);
  const made = new Map<string, number>();
  const ids = () => idsFrom(made, `code in ${input.key ?? 'a codebook'}`);
  for (const { parent, ...code } of codes) {
    const parentId = parent ? ids().of(parent) : null;
    made.set(code.key, addCode(context, codebookId, { ...code, parentId }));
  }
  return ids();
}

export type SeedSupport = {
  stance: 'supports' | 'contradicts';
  excerpt: Pick<ExcerptInput, 'reportId' | 'text' | 'page' | 'locator' | 'citedIn'>;
};
export type SeedFinding = FindingInput & { supports: readonly SeedSupport[] };

/** Final findings with their excerpts; a place that speaks to several findings is one excerpt with all their themes. */
export function loadFindings({ context, reviewId }: Loading, findings: readonly SeedFinding[]) {
  const excerpts = new Map<string, ExcerptInput & { codeIds: number[] }>();
  for (const { supports, themeCodeIds = [] } of findings)
    for (const { excerpt } of supports) {
      const known = excerpts.get(placeOf(excerpt));
      const codeIds = [...new Set([...(known?.codeIds ?? []), ...themeCodeIds])];
      excerpts.set(placeOf(excerpt), { ...excerpt, kind: 'restatement', codeIds });
    }
  const ids = idsFrom(
    [...excerpts].map(([place, input]) => [place, addExcerpt(context, reviewId, input)] as const),
    'excerpt',
  );
  for (const { supports, ...input } of findings) {
    const findingId = addFinding(context, reviewId, input);
    for (const { stance, excerpt } of supports) {
      const { reportId } = excerpt;
      addSupport(context, findingId, { reportId, excerptId: ids.of(placeOf(excerpt)), stance });
    }
    finalizeFinding(context, findingId);
  }
}

const placeOf = ({ reportId, text, page, locator }: SeedSupport['excerpt']) =>
  JSON.stringify([reportId, text, page, locator]);

/** Keeps those of the tables to begin from that say something of this review, and shows them to planners. */
export function loadSavedTables({ context, reviewId }: Loading, keys: readonly string[]): void {
  const review = { id: reviewId, slug: '', title: {} };
  const presets = presetsOf(readerFor({ db: context.db, review, locale: 'sv', isPublic: false }));
  for (const key of keys) {
    const found = presets.find((preset) => preset.key === key);
    if (!found) throw new Error(`There is no table ${key} to begin from`);
    addTable(context, reviewId, { ...found, note: {}, isPublic: true });
  }
}
