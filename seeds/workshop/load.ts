/** Loads "samskaping-2025": the frameworks and figures of the working day, a project, a publication of an archive. */
import { addExcerpt } from '../../server/coding/excerpts/excerpts.ts';
import type { PersonalContext } from '../../server/platform/context.ts';
import {
  type ArchiveFactInput,
  addArchiveFacts,
  addProject,
} from '../../server/publishing/projects.ts';
import { publishReview } from '../../server/publishing/publications.ts';
import { emptyProtocol, saveProtocol } from '../../server/reviews/protocol.ts';
import { createReview } from '../../server/reviews/reviews.ts';
import { addSearchRun } from '../../server/searches/runs.ts';
import { addIndicator } from '../../server/synthesis/indicators.ts';
import { archivePublication } from '../copro/archive-publication.ts';
import { copro } from '../copro/project.ts';
import { type Loading, loadCodebook, loadIncluded, type SeedCode } from '../loading.ts';
import type { Source } from '../tfou-2012/source.ts';
import { inEvery, same, sentences, type Words } from '../words.ts';
import type { Framework, FrameworkStep } from './framework.ts';
import { frameworks } from './frameworks.ts';
import { type IndicatorGroup, indicators } from './indicators.ts';
import { discussions } from './practice.ts';
import { workshopReview } from './review.ts';

const workday = 'Distriktssenteret, arbeidsverksted 25.11.2025';
const archive = 'Kunnskapsarkivet, Universitetet i Innlandet';
const projectBank = 'Prosjektbanken, Norges forskningsråd';

const titleOf = ({ locator }: Source) => locator.replace(/^slide: /, '');
const slideIn = (source: Source) => `${workday}, lysbilde: ${titleOf(source)}`;

export function loadWorkshop(context: PersonalContext): void {
  const { slug, title, summary, attribution, notes } = workshopReview;
  const { id: reviewId } = createReview(context, {
    slug,
    title,
    summary,
    attribution,
    kind: 'evidence_map',
    flowBasis: 'included_list',
    flowTemplate: 'new-v2',
  });
  const loading = { context, reviewId };
  const questions = discussions.flatMap((discussion) => discussion.questions);
  saveProtocol(context, reviewId, { ...emptyProtocol('none'), questions, notes });
  loadArchivePublication(loading);
  for (const framework of frameworks) loadFramework(loading, framework);
  loadSeries(loading);
  loadProject(loading);
  publishReview(context, reviewId, workday);
}

/** A step's parts (its actors, its purpose, how) are codes below it. */
function loadFramework(loading: Loading, framework: Framework): void {
  const { key, label, definition: description, steps } = framework;
  const slides = [...new Set(steps.map((step) => titleOf(step.source)))];
  const source = `${workday}, lysbilde: ${slides.join('; ')}`;
  const input = { key, kind: 'framework', label, description, source } as const;
  loadCodebook(loading, input, steps.flatMap(codesOf));
}

function codesOf({ key, label, definition, parts = [], source }: FrameworkStep): SeedCode[] {
  const place = slideIn(source);
  const step = { key, label, definition: definition ?? {}, source: place };
  const below = parts.map((part) => ({
    key: `${key}-${part.key}`,
    parent: key,
    label: part.label,
    definition: part.text,
    source: place,
  }));
  return [step, ...below];
}

function loadSeries({ context, reviewId }: Loading): void {
  addSearchRun(context, reviewId, { kind: 'organisation', source: workday });
  for (const { key, label, unit, years, groups, notes, source } of indicators)
    addIndicator(context, reviewId, {
      key,
      label,
      unit,
      // The Swedish and Norwegian notes say the same; a source is one text.
      source: `${slideIn(source)}. ${sentences(...notes).en}`,
      reportId: null,
      groups: groups.map((group) => groupOf(group, years)),
    });
}

function groupOf({ key, label, values, changes }: IndicatorGroup, years: readonly number[]) {
  const printed = changes.map(
    ({ from, to, points, significant }) =>
      `${from}–${to}: ${signed(points)}${significant ? '*' : ''}`,
  );
  return {
    key,
    label,
    change: printed.join('; '),
    // Of the longest change, which the slide prints last; the asterisks above say it of each.
    isSignificant: changes.at(-1)?.significant ?? null,
    values: Object.fromEntries(years.map((year, index) => [year, values[index] ?? null])),
  };
}

const signed = (points: number) => `${points > 0 ? '+' : points < 0 ? '−' : ''}${Math.abs(points)}`;

function loadArchivePublication(loading: Loading): void {
  const { context, reviewId } = loading;
  const { key, reference, countries, aim, summary, method } = archivePublication;
  const searchRunId = addSearchRun(context, reviewId, { kind: 'database', source: archive });
  const place = `${archive}, publikasjon 59JG864Y`;
  const reportId = loadIncluded(loading, { searchRunId, label: archive, note: place }, [
    {
      key,
      reference,
      countries,
      aim,
      plainSummary: sentences(summary),
      aimSource: `${place}, «Om» og «Samandrag»`,
    },
  ]).of(key);
  addExcerpt(context, reviewId, {
    reportId,
    kind: 'restatement',
    text: method,
    locator: 'Samandrag',
    citedIn: archive,
  });
  addArchiveFacts(context, reportId, archiveFacts(place));
}

function archiveFacts(place: string): ArchiveFactInput[] {
  const { keywords, goals, path, links } = archivePublication;
  return [
    // The page is in Nynorsk, and so are its keywords.
    ...keywords.map(({ nn: text }) => ({ kind: 'keyword' as const, text, source: place })),
    ...goals.map(({ number, publications: count, url }) => ({
      kind: 'sdg' as const,
      text: `SDG ${number}`,
      count,
      url,
      source: place,
    })),
    ...path.map(({ name: text, count }) => ({ kind: 'path' as const, text, count, source: place })),
    ...links.map(({ label: text, url }) => ({ kind: 'link' as const, text, url, source: place })),
  ];
}

function loadProject({ context, reviewId }: Loading): void {
  const { key, titles, funder, scheme, amount, summary, purpose, publications } = copro;
  addSearchRun(context, reviewId, {
    kind: 'register',
    source: projectBank,
    query: copro.name,
    hitsDeclared: publications.found,
    notes: sentences(same(`${publications.asPrinted} (${publications.from})`), publications.note),
  });
  addProject(context, reviewId, {
    key,
    title: titles,
    summary: sentences(summary, purpose, publicationsOf()),
    organisation: copro.organisation ?? '',
    funder,
    scheme: scheme.key,
    projectNumber: copro.projectNumber ?? '',
    amount: amount.value,
    currency: amount.currency,
    countries: copro.welfareTypes.map(({ country }) => country),
    source: `${projectBank}, ${copro.source.locator}`,
    workPackages: copro.workPackages.map(({ key: code, label, text, outputs }) => ({
      code,
      summary: outputs ? sentences(label, text, outputs) : sentences(label, text),
    })),
  });
}

/** "No publications found", as the page prints it, with what the page says elsewhere. */
function publicationsOf(): Words {
  const { asPrinted, from, note } = copro.publications;
  return inEvery((locale) => `${asPrinted} (${from}). ${note[locale]}`);
}
