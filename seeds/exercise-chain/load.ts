/** Makes the second exercise: three made-up studies with texts, codes, answers, appraisals, a finding and its confidence. */
import type { AppraisalAnswer } from '../../schema/appraisal.ts';
import { saveAppraisal } from '../../server/appraisal/appraisals.ts';
import { judgeConfidence } from '../../server/appraisal/confidence.ts';
import {
  questionsOf,
  requireInstrument,
  takeInstrument,
} from '../../server/appraisal/instruments.ts';
import { addCoding } from '../../server/coding/desk/codings.ts';
import { addExcerpt } from '../../server/coding/excerpts/excerpts.ts';
import { saveAnswers, setDesign } from '../../server/coding/forms/answers.ts';
import {
  addForm,
  type FieldInput,
  requireForm,
  saveField,
} from '../../server/coding/forms/forms.ts';
import { setPageText } from '../../server/documents/page-texts.ts';
import { addFinding, finalizeFinding } from '../../server/findings/findings.ts';
import { addSupport } from '../../server/findings/supports.ts';
import type { PersonalContext } from '../../server/platform/context.ts';
import { saveProtocol } from '../../server/reviews/protocol.ts';
import { createReview } from '../../server/reviews/reviews.ts';
import { addSearchRun } from '../../server/searches/runs.ts';
import { type Ids, type Loading, loadCodebook, loadIncluded } from '../loading.ts';
import { sentences, type Words } from '../words.ts';
import { chainCodes, chainFinding, chainReview, chainStudies } from './data.ts';

const made: Words = {
  en: 'Made up for the exercise',
  sv: 'Påhittat för övningen',
  nb: 'Oppdiktet for øvelsen',
  nn: 'Oppdikta for øvinga',
};

export function loadExerciseChain(context: PersonalContext): void {
  const { slug, title, notice, question } = chainReview;
  const { id: reviewId } = createReview(context, {
    slug,
    title,
    summary: sentences(notice),
    kind: 'scoping',
    flowBasis: 'records',
    isExercise: true,
  });
  saveProtocol(context, reviewId, {
    questions: [question],
    framework: 'PCC',
    elements: {},
    criteria: [],
    periodFrom: null,
    periodTo: null,
    languages: [],
    countries: [],
    countriesNote: {},
    notes: sentences(notice),
  });
  const loading = { context, reviewId };
  const searchRunId = addSearchRun(context, reviewId, {
    kind: 'database',
    source: 'Example Index',
    query: 'volunteer* and coordinat*',
    hitsDeclared: chainStudies.length,
    notes: sentences(made),
  });
  const batch = { searchRunId, label: made.en, note: made.en };
  const publications = loadIncluded(
    loading,
    batch,
    chainStudies.map(({ key, reference, country, aim }) => ({
      key,
      reference,
      countries: [country],
      aim,
      aimSource: made.en,
    })),
  );
  const themes: Words = { en: 'Themes', sv: 'Teman', nb: 'Temaer', nn: 'Tema' };
  const codes = loadCodebook(loading, { key: 'themes', kind: 'tree', label: themes }, chainCodes);
  const excerpts = codeStudies(loading, publications, codes);
  answerForm(loading, publications);
  appraise(loading, publications);
  conclude(loading, { publications, excerpts, codes });
}

/** @returns the excerpt of each study. */
function codeStudies({ context, reviewId }: Loading, publications: Ids, codes: Ids) {
  return new Map(
    chainStudies.map(({ key, design, text, quotation, code }) => {
      const reportId = publications.of(key);
      setDesign(context, reportId, design);
      setPageText(context, reportId, 1, text);
      const codeId = codes.of(code);
      addCoding(context, reportId, codeId, 'p. 1');
      const quoted = { kind: 'quotation' as const, text: { en: quotation }, page: '1' };
      return [key, addExcerpt(context, reviewId, { reportId, ...quoted, codeIds: [codeId] })];
    }),
  );
}

function answerForm({ context, reviewId }: Loading, publications: Ids): void {
  const form = addForm(context, reviewId, {
    en: 'Basic facts',
    sv: 'Grunduppgifter',
    nb: 'Grunnopplysninger',
    nn: 'Grunnopplysningar',
  });
  const plain = { help: {}, isRequired: true, designs: [], options: [], codebookKey: '' };
  const fields: FieldInput[] = [
    {
      ...plain,
      kind: 'number',
      label: { en: 'People', sv: 'Personer', nb: 'Personer', nn: 'Personar' },
    },
    {
      ...plain,
      kind: 'code',
      codebookKey: 'themes',
      label: { en: 'Main theme', sv: 'Huvudtema', nb: 'Hovedtema', nn: 'Hovudtema' },
    },
  ];
  for (const field of fields) saveField(context, reviewId, form, field);
  const [people, theme] = requireForm(context.db, reviewId, form).fields.map(({ key }) => key);
  for (const study of chainStudies) {
    const about = { formId: form, reportId: publications.of(study.key) };
    const said = { locator: 'p. 1', excerptIds: [] };
    const answers = new Map([
      [people ?? '', { value: study.people, ...said }],
      [theme ?? '', { value: study.code, ...said }],
    ]);
    saveAnswers(context, reviewId, about, answers);
  }
}

function appraise({ context, reviewId }: Loading, publications: Ids): void {
  const instrumentId = takeInstrument(context, reviewId, 'qualitative');
  const { sections } = requireInstrument(context.db, reviewId, instrumentId);
  for (const { key, replies, overall, reason } of chainStudies) {
    const answers = questionsOf(sections).map((question, index): [string, AppraisalAnswer] => {
      const reply = replies[index % replies.length] ?? 'unclear';
      return [question.key, { reply, comment: made.en, locator: 'p. 1', excerptIds: [] }];
    });
    const about = { instrumentId, reportId: publications.of(key) };
    const input = { answers: Object.fromEntries(answers), overall, reason, isDone: true };
    saveAppraisal(context, reviewId, about, input);
  }
}

type Chain = { publications: Ids; excerpts: ReadonlyMap<string, number>; codes: Ids };

function conclude({ context, reviewId }: Loading, { publications, excerpts, codes }: Chain): void {
  const { statement, explanation, reasons } = chainFinding;
  const themeCodeIds = [codes.of('coordination')];
  const input = { kindKey: 'success_factor', statement, explanation, themeCodeIds };
  const findingId = addFinding(context, reviewId, input);
  for (const { key, stance } of chainStudies) {
    const support = { reportId: publications.of(key), excerptId: excerpts.get(key) ?? null };
    addSupport(context, findingId, { ...support, stance });
  }
  finalizeFinding(context, findingId);
  judgeConfidence(context, reviewId, findingId, {
    components: {
      methodological_limitations: {
        concern: 'minor',
        reason: reasons.methodological_limitations ?? {},
      },
      coherence: { concern: 'moderate', reason: reasons.coherence ?? {} },
      adequacy: { concern: 'moderate', reason: reasons.adequacy ?? {} },
      relevance: { concern: 'none', reason: {} },
    },
    level: 'low',
    explanation,
  });
}
