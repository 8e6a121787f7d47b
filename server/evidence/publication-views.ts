/** Publications as readers see them: what was read, what it says, what it speaks for and against. */
import { asc, inArray } from 'drizzle-orm';
import type { ShortNames } from '../../import/normalize/names.ts';
import type { Reference } from '../../import/reference.ts';
import type { CodebookKind } from '../../schema/coding.ts';
import type { Words } from '../../schema/columns.ts';
import { type Stance, stances } from '../../schema/findings.ts';
import { archiveFact } from '../../schema/publishing.ts';
import { type Aim, aimsOf } from '../coding/desk/aims.ts';
import { casesOf } from '../coding/desk/cases.ts';
import { codesOf } from '../coding/desk/codings.ts';
import { countriesOf } from '../coding/desk/countries.ts';
import { type ExcerptRow, excerptsOf } from '../coding/excerpts/excerpts.ts';
import { includedPublications } from '../coding/publications.ts';
import type { Db } from '../db.ts';
import { type FindingWithThemes, findingsOf } from '../findings/findings.ts';
import { supportsOf } from '../findings/support-rows.ts';
import type { ReviewRow } from '../platform/guards.ts';
import { findReport, membersOf } from '../records/reports/reports.ts';

export type PublicationListRow = {
  id: number;
  title: string;
  authors: ShortNames;
  year: number | null;
  reference: Reference;
  countries: string[];
  aim: Words;
  findings: number;
  excerpts: number;
};

/** The included publications of a review, by first author and year. */
export function publicationList(db: Db, review: Pick<ReviewRow, 'id'>): PublicationListRow[] {
  const publications = includedPublications(db, review.id);
  const ids = publications.map((row) => row.rootId);
  const aims = aimsOf(db, ids);
  const countries = countriesOf(db, ids);
  const excerpts = excerptsOf(db, ids);
  const findings = findingsOf(db, review.id, { onlyFinal: true });
  return publications.map(({ rootId, title, authors, year, reference }) => ({
    id: rootId,
    title,
    authors,
    year,
    reference,
    countries: countries.get(rootId) ?? [],
    aim: aims.get(rootId)?.text ?? {},
    findings: findings.filter((row) => isBehind(row, rootId)).length,
    excerpts: excerpts.get(rootId)?.length ?? 0,
  }));
}

const isBehind = (finding: FindingWithThemes, rootId: number) =>
  finding.supportingIds.includes(rootId) || finding.contradictingIds.includes(rootId);

/** An excerpt without the people who took it. */
export type ReaderExcerpt = Pick<
  ExcerptRow,
  'id' | 'rootId' | 'kind' | 'text' | 'page' | 'locator' | 'citedIn' | 'codes'
>;

export function forReaders(row: ExcerptRow): ReaderExcerpt {
  const { id, rootId, kind, text, page, locator, citedIn, codes } = row;
  return { id, rootId, kind, text, page, locator, citedIn, codes };
}

export type PublicationView = {
  id: number;
  reference: Reference;
  authors: ShortNames;
  countries: string[];
  aim: Aim | null;
  facts: Pick<typeof archiveFact.$inferSelect, 'kind' | 'text' | 'count' | 'url' | 'source'>[];
  codebooks: {
    key: string;
    kind: CodebookKind;
    label: Words;
    codes: { key: string; label: Words; locator: string }[];
  }[];
  /** What it speaks for and against; without an excerpt it does so as a whole. */
  findings: { finding: FindingWithThemes; stance: Stance; excerptIds: number[] }[];
  excerpts: ReaderExcerpt[];
  /** The documents it was read in, when that was not the publication itself. */
  citedIn: string[];
  cases: { key: string; label: string; country: string }[];
};

/** @param reportId the publication's root or one of its duplicates. @returns null unless it is included. */
export function publicationView(
  db: Db,
  review: ReviewRow,
  reportId: number,
): PublicationView | null {
  const rootId = findReport(db, review.id, reportId)?.rootId ?? 0;
  const publication = includedPublications(db, review.id).find((row) => row.rootId === rootId);
  if (!publication) return null;
  const excerpts = (excerptsOf(db, [rootId]).get(rootId) ?? []).map(forReaders);
  return {
    id: rootId,
    reference: publication.reference,
    authors: publication.authors,
    countries: countriesOf(db, [rootId]).get(rootId) ?? [],
    aim: aimsOf(db, [rootId]).get(rootId) ?? null,
    facts: archiveFacts(db, rootId),
    codebooks: codebooksBehind(db, rootId),
    findings: findingsBehind(db, review, rootId),
    excerpts,
    citedIn: [...new Set(excerpts.map((row) => row.citedIn).filter(Boolean))],
    cases: casesOf(db, review.id).filter((row) => row.rootId === rootId),
  };
}

function findingsBehind(db: Db, review: ReviewRow, rootId: number): PublicationView['findings'] {
  const findings = findingsOf(db, review.id, { onlyFinal: true });
  const rows = supportsOf(
    db,
    findings.map((row) => row.id),
  );
  return findings.flatMap((finding) =>
    stances.flatMap((stance) => {
      const own = (rows.get(finding.id) ?? []).filter(
        (row) => row.rootId === rootId && row.stance === stance,
      );
      if (own.length === 0) return [];
      return [{ finding, stance, excerptIds: own.flatMap((row) => row.excerpt?.id ?? []) }];
    }),
  );
}

function archiveFacts(db: Db, rootId: number) {
  const ids = membersOf(db, rootId).map((row) => row.id);
  const ofMembers = inArray(archiveFact.reportId, ids);
  const inOrder = [asc(archiveFact.position), asc(archiveFact.id)];
  return db
    .select()
    .from(archiveFact)
    .where(ofMembers)
    .orderBy(...inOrder)
    .all();
}

function codebooksBehind(db: Db, rootId: number): PublicationView['codebooks'] {
  const books = new Map<number, PublicationView['codebooks'][number]>();
  for (const row of codesOf(db, [rootId]).get(rootId) ?? []) {
    const { codebookId, codebookKey, codebookKind, codebookLabel, key, label, locator } = row;
    const book = books.get(codebookId) ?? {
      key: codebookKey,
      kind: codebookKind,
      label: codebookLabel,
      codes: [],
    };
    book.codes.push({ key, label, locator });
    books.set(codebookId, book);
  }
  return [...books.values()];
}
