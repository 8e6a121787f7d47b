/** What Rayyan writes into a record's notes: who said what, why, labels and comments, as far as it leaves no doubt. */
import type { Extras } from '../../reference.ts';

const marks =
  /(?:^|\s*\|\s*)(RAYYAN-INCLUSION|RAYYAN-LABELS|RAYYAN-EXCLUSION-REASONS|USER-NOTES):\s*/g;
const answers: Record<string, string> = { Included: 'include', Excluded: 'exclude' };

/** @returns What was understood, and the text of the note that is left. Undefined where nothing was. */
export function rayyanExtras(note: string): { extras: Extras; rest: string } | undefined {
  if (!/RAYYAN-|USER-NOTES:/.test(note)) return undefined;
  const found = [...note.matchAll(marks)];
  const parts = new Map(
    found.map((mark, index) => [
      mark[1],
      note.slice(mark.index + mark[0].length, found[index + 1]?.index).trim(),
    ]),
  );
  const said = new Map(pairsIn(parts.get('RAYYAN-INCLUSION') ?? ''));
  const [answer, ...others] = new Set(said.values());
  const decision = others.length === 0 ? answers[answer ?? ''] : undefined;
  const reasons = listed(parts.get('RAYYAN-EXCLUSION-REASONS'));
  const [reason] = decision === 'exclude' ? reasons : [];
  const codes = listed(parts.get('RAYYAN-LABELS')).map((code) => ({ code }));
  const notes = notesIn(parts.get('USER-NOTES') ?? '');
  const by = [...said.keys()].join('; ');
  const extras: Extras = {
    ...(decision && {
      decisions: [{ stage: 'title_abstract', decision, ...(reason ? { reason } : {}), by }],
    }),
    ...(codes.length > 0 && { codes }),
    ...(notes.length > 0 && { notes }),
  };
  // Who disagreed, a "maybe", and every reason but the first stay as text.
  const kept = [
    note.slice(0, found[0]?.index ?? note.length).trim(),
    ...(decision ? [] : [labelledText('RAYYAN-INCLUSION', parts)]),
    ...(reasons.length > (reason ? 1 : 0) ? [labelledText('RAYYAN-EXCLUSION-REASONS', parts)] : []),
    ...(notes.length > 0 ? [] : [labelledText('USER-NOTES', parts)]),
  ];
  return Object.keys(extras).length === 0
    ? undefined
    : { extras, rest: kept.filter(Boolean).join(' | ') };
}

function labelledText(name: string, parts: ReadonlyMap<string | undefined, string>): string {
  const text = parts.get(name);
  return text ? `${name}: ${text}` : '';
}

/** `{"Anna"=>"Included", "Bo"=>"Excluded"}` */
function pairsIn(text: string): [string, string][] {
  return [...text.matchAll(/"((?:[^"\\]|\\.)+)"\s*=>\s*"(\w+)"/g)].map(
    ([, who = '', what = '']) => [who, what],
  );
}

/** `{"Anna"=>["one", "two"]}` */
function notesIn(text: string): { text: string; stage: string; by: string }[] {
  return [
    ...text.matchAll(/"((?:[^"\\]|\\.)+)"\s*=>\s*\[((?:[^\]"]|"(?:[^"\\]|\\.)*")*)\]/g),
  ].flatMap(([, by = '', list = '']) =>
    [...list.matchAll(/"((?:[^"\\]|\\.)+)"/g)].map(([, said = '']) => ({
      text: said.replace(/\\(.)/g, '$1'),
      stage: 'title_abstract',
      by,
    })),
  );
}

const listed = (text = ''): string[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
