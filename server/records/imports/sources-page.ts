/** What the page of imports without a source may show. */
import { sourceKinds } from '../../../schema/searches.ts';
import { type Problem, problemsByField } from '../../platform/forms.ts';
import { translate, translateDynamic } from '../../platform/i18n.ts';
import type { SearchRun } from '../../searches/runs.ts';
import type { Place } from '../page.ts';
import type { suggestedSources } from './sources.ts';

export function sourcesPage(
  { locale, slug }: Place,
  { imports, runs }: { imports: ReturnType<typeof suggestedSources>; runs: SearchRun[] },
  typed: Record<string, string>,
  problems: Problem[],
) {
  return {
    title: translate(locale, 'sources.title'),
    slug,
    hasRuns: runs.length > 0,
    problem: problemsByField(problems, [''])[''],
    imports: imports.map(({ id, fileName, declared, suggestion }) => {
      const logged = runs.find(({ source }) => source.toLowerCase() === suggestion.toLowerCase());
      const chosen = typed[`run-${id}`] ?? String(logged?.id ?? '');
      const kind = typed[`kind-${id}`] ?? 'database';
      return {
        id,
        fileName,
        href: `/reviews/${slug}/imports/${id}`,
        declared,
        source: typed[`source-${id}`] ?? suggestion,
        runs: [
          { value: '', text: translate(locale, 'sources.new'), isCurrent: chosen === '' },
          ...runs.map((run) => ({
            value: String(run.id),
            text: run.searchedOn ? `${run.source}, ${run.searchedOn}` : run.source,
            isCurrent: String(run.id) === chosen,
          })),
        ],
        kinds: sourceKinds.map((value) => ({
          value,
          text: translateDynamic(locale, `source_kind.${value}`),
          isCurrent: value === kind,
        })),
        problem: problems.find(({ field }) => field.endsWith(`-${id}`))?.message ?? null,
      };
    }),
  };
}
