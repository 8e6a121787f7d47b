/** Makes the exercise: a review that stays unpublished, its records imported and nothing screened yet. */
import type { PersonalContext } from '../../server/platform/context.ts';
import { importReferences } from '../../server/records/imports/hand-entry.ts';
import { saveProtocol } from '../../server/reviews/protocol.ts';
import { createReview } from '../../server/reviews/reviews.ts';
import { addSearchRun, type SearchRunInput } from '../../server/searches/runs.ts';
import type { DocumentKey } from '../tfou-2012/source.ts';
import { sentences } from '../words.ts';
import { citingDocuments } from './references.ts';
import { exerciseCriteria, exerciseReview } from './review.ts';

/** Each document as a search of one source: what it cites is what the search found. */
const runs: Record<DocumentKey, SearchRunInput> = {
  'hinn-archive': {
    kind: 'database',
    source: 'Kunnskapsarkivet, Universitetet i Innlandet',
  },
  'project-bank': {
    kind: 'register',
    source: 'Prosjektbanken, Norges forskningsråd',
    query: 'Copro',
    hitsDeclared: 0,
    notes: {
      en: 'The project’s page lists no publications.',
      sv: 'Projektets sida listar inga publikationer.',
      nb: 'Prosjektets side lister ingen publikasjoner.',
      nn: 'Sida til prosjektet listar ingen publikasjonar.',
    },
  },
  'aytar-2022': { kind: 'citation_searching', source: 'Aytar (2022)' },
  'solbjor-2012': {
    kind: 'citation_searching',
    source: 'Solbjør, Johansen & Kleiven (2012)',
  },
  'workday-2025': {
    kind: 'organisation',
    source: 'Distriktssenteret, arbeidsverksted 25.11.2025',
  },
};

export function loadExercise(context: PersonalContext): void {
  const { slug, title, notice, isExercise, question, framework } = exerciseReview;
  const { id: reviewId } = createReview(context, {
    slug,
    title,
    summary: sentences(notice),
    kind: 'scoping',
    flowBasis: 'records',
    isExercise,
    reviewersTitleAbstract: 2,
    reviewersFullText: 2,
  });
  saveProtocol(context, reviewId, {
    questions: [question],
    framework: framework.name,
    elements: Object.fromEntries(framework.elements.map(({ key, text }) => [key, text])),
    criteria: exerciseCriteria.map(({ key, kind, label, text }) => ({
      code: key,
      kind,
      label,
      statement: text,
    })),
    periodFrom: null,
    periodTo: null,
    languages: [],
    countries: [],
    countriesNote: {},
    notes: sentences(notice),
  });
  for (const { document, references } of citingDocuments) {
    const run = runs[document];
    const searchRunId = addSearchRun(context, reviewId, run);
    if (references.length === 0) continue;
    importReferences(context, {
      reviewId,
      searchRunId,
      label: run.source,
      references: references.map(({ reference }) => reference),
    });
  }
}
