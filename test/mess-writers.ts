/** One work written as each family of formats has it, with nothing mended on the way: for tests of the mess that files are. */

export type MessyWork = {
  title: string;
  /** As a source writes them: `Berg, Anna`. */
  authors: string[];
  date: string;
  pages: string;
  doi: string;
  /** May hold line ends. */
  abstract: string;
};

export const plainWork: MessyWork = {
  title: 'Care at home in small places',
  authors: ['Berg, Anna'],
  date: '2019',
  pages: '103-106',
  doi: '10.1000/xyz.7',
  abstract: 'Care is studied.',
};

const xml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
const halves = (name: string): [string, string] => {
  const [family = '', ...given] = name.split(/,\s*/);
  return [family, given.join(', ')];
};
const each = (names: string[], line: (name: string) => string) => names.map(line).join('');
/** How a wrapped text goes on in the next line. */
const wrapped = (text: string, indent: string) => text.replaceAll('\n', `\n${indent}`);

const marcFields = (work: MessyWork): [tag: string, ind: string, code: string, value: string][] => [
  ...work.authors.map((name, index): [string, string, string, string] => [
    index === 0 ? '100' : '700',
    '1 ',
    'a',
    name,
  ]),
  ['245', '10', 'a', work.title.replaceAll('\n', ' ')],
  ['264', ' 1', 'c', work.date],
  ['520', '  ', 'a', work.abstract.replaceAll('\n', ' ')],
  ['024', '7 ', 'a', work.doi],
];

function isoRecord(work: MessyWork): string {
  let directory = '';
  let data = '';
  for (const [tag, ind, code, value] of marcFields(work)) {
    const field = `${ind}\u001f${code}${value}${tag === '024' ? '\u001f2doi' : ''}\u001e`;
    const [length, at] = [field, data].map((text) => Buffer.byteLength(text)) as [number, number];
    directory += `${tag}${String(length).padStart(4, '0')}${String(at).padStart(5, '0')}`;
    data += field;
  }
  const base = 24 + directory.length + 1;
  const length = String(base + Buffer.byteLength(data) + 1).padStart(5, '0');
  return `${length}nam a22${String(base).padStart(5, '0')} a 4500${directory}\u001e${data}\u001d`;
}

type Writer = {
  /** All records, in the frame that the format has around them. */
  file(works: MessyWork[]): string;
  /** Fields that the format, or this way of writing it, has no place for. */
  lacks?: (keyof MessyWork)[];
};

const records = (one: (work: MessyWork) => string, head = '', foot = ''): Writer => ({
  file: (works) => head + works.map(one).join('') + foot,
});

export const writers: Record<string, Writer> = {
  ris: records(
    (w) =>
      `TY  - JOUR\n${each(w.authors, (name) => `AU  - ${name}\n`)}TI  - ${w.title}\nPY  - ${w.date}\nSP  - ${w.pages}\nDO  - ${w.doi}\nJF  - Health & Place\nAB  - ${w.abstract}\nER  - \n\n`,
  ),
  nbib: records(
    (w) =>
      `PMID- 31234567\nOWN - NLM\nTI  - ${wrapped(w.title, '      ')}\nPG  - ${w.pages}\nAB  - ${wrapped(w.abstract, '      ')}\n${each(w.authors, (name) => `FAU - ${name}\n`)}DP  - ${w.date}\n${each(w.doi.split('; '), (doi) => `AID - ${doi} [doi]\n`)}PT  - Journal Article\nJT  - Health & place\n\n`,
  ),
  'endnote-tagged': records(
    (w) =>
      `%0 Journal Article\n${each(w.authors, (name) => `%A ${name}\n`)}%T ${w.title}\n%J Health & Place\n%D ${w.date}\n%P ${w.pages}\n%R ${w.doi}\n%X ${w.abstract}\n\n`,
  ),
  refworks: records(
    (w) =>
      `RT Journal Article\nSR Electronic(1)\n${each(w.authors, (name) => `A1 ${name}\n`)}T1 ${w.title}\nJF Health & Place\nYR ${w.date}\nSP ${w.pages}\nDO ${w.doi}\nAB ${w.abstract}\n\n`,
  ),
  wos: records(
    (w) =>
      `PT J\nAU ${w.authors.join('\n   ')}\nTI ${wrapped(w.title, '   ')}\nSO HEALTH & PLACE\nAB ${wrapped(w.abstract, '   ')}\nPY ${w.date}\nBP ${w.pages}\nDI ${w.doi}\nUT WOS:000305846100006\nER\n\n`,
    'FN Clarivate Analytics Web of Science\nVR 1.0\n',
    'EF\n',
  ),
  'labelled-text': records(
    (w) =>
      `____________________________________________________________\n\nTitle: ${w.title}\n\nAuthor: ${w.authors.join('; ')}\n\nPublication title: Health & Place\n\nPublication date: ${w.date}\n\nPages: ${w.pages}\n\nDOI: ${w.doi}\n\nAbstract: ${w.abstract}\n\n`,
  ),
  noteexpress: records(
    (w) =>
      `{Reference Type}: Journal Article\n{Title}: ${w.title}\n{Author}: ${w.authors.join(';')};\n{Journal}: Health & Place\n{Year}: ${w.date}\n{Pages}: ${w.pages}\n{DOI}: ${w.doi}\n{Abstract}: ${w.abstract}\n\n`,
  ),
  bibtex: records(
    (w) =>
      `@article{a1,\n  title = {${w.title}},\n  author = {${w.authors.join(' and ')}},\n  journal = {Health Place},\n  date = {${w.date}},\n  pages = {${w.pages}},\n  doi = {${w.doi}},\n  abstract = {${w.abstract}},\n}\n\n`,
  ),
  csv: records(
    (w) =>
      `${[w.title, w.authors.join('; '), 'Health & Place', w.date, w.pages, w.doi, w.abstract].map(cell).join(',')}\n`,
    'Title,Authors,Journal,Year,Pages,DOI,Abstract\n',
  ),
  'csl-json': {
    file: (works) =>
      JSON.stringify(
        works.map((w) => ({
          type: 'article-journal',
          title: w.title,
          author: w.authors.map((name) => {
            const [family, given] = halves(name);
            return given ? { family, given } : { literal: name };
          }),
          'container-title': 'Health & Place',
          issued: { raw: w.date },
          page: w.pages,
          DOI: w.doi,
          abstract: w.abstract,
        })),
        null,
        1,
      ),
  },
  'csl-yaml': records(
    (w) =>
      `- type: article-journal\n  title: ${JSON.stringify(w.title)}\n  author:\n${each(
        w.authors,
        (name) => {
          const [family, given] = halves(name);
          return given
            ? `  - family: ${JSON.stringify(family)}\n    given: ${JSON.stringify(given)}\n`
            : `  - literal: ${JSON.stringify(name)}\n`;
        },
      )}  issued: ${JSON.stringify(w.date)}\n  page: ${JSON.stringify(w.pages)}\n  DOI: ${w.doi}\n  abstract: ${JSON.stringify(w.abstract)}\n`,
    'references:\n',
  ),
  mods: records(
    (w) =>
      `<mods><genre>article</genre><titleInfo><title>${xml(w.title)}</title></titleInfo>${each(w.authors, (name) => `<name type="personal"><namePart>${xml(name)}</namePart><role><roleTerm>aut</roleTerm></role></name>`)}<originInfo><dateIssued>${xml(w.date)}</dateIssued></originInfo><abstract>${xml(w.abstract)}</abstract><identifier type="doi">${xml(w.doi)}</identifier><relatedItem type="host"><titleInfo><title>Health &amp; Place</title></titleInfo><part><extent unit="pages"><list>${xml(w.pages)}</list></extent></part></relatedItem></mods>\n`,
    '<?xml version="1.0"?>\n<modsCollection xmlns="http://www.loc.gov/mods/v3">\n',
    '</modsCollection>\n',
  ),
  'endnote-xml': records(
    (w) =>
      `<record><ref-type name="Journal Article">17</ref-type><contributors><authors>${each(w.authors, (name) => `<author><style>${xml(name)}</style></author>`)}</authors></contributors><titles><title><style>${xml(w.title)}</style></title></titles><pages>${xml(w.pages)}</pages><dates><year>${xml(w.date)}</year></dates><electronic-resource-num>${xml(w.doi)}</electronic-resource-num><abstract>${xml(w.abstract)}</abstract></record>\n`,
    '<?xml version="1.0"?>\n<xml><records>\n',
    '</records></xml>\n',
  ),
  'dublin-core': {
    ...records(
      (w) =>
        `<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xml(w.title)}</dc:title>${each(w.authors, (name) => `<dc:creator>${xml(name)}</dc:creator>`)}<dc:date>${xml(w.date)}</dc:date>${each(w.doi.split('; '), (doi) => `<dc:identifier>doi:${xml(doi)}</dc:identifier>`)}<dc:description>${xml(w.abstract)}</dc:description></oai_dc:dc>\n`,
      '<?xml version="1.0"?>\n<records>\n',
      '</records>\n',
    ),
    lacks: ['pages', 'abstract'],
  },
  marcxml: {
    ...records(
      (w) =>
        `<record><leader>00000nam a2200000 a 4500</leader>${marcFields(w)
          .map(
            ([tag, ind, code, value]) =>
              `<datafield tag="${tag}" ind1="${ind.charAt(0)}" ind2="${ind.charAt(1)}"><subfield code="${code}">${xml(value)}</subfield>${tag === '024' ? '<subfield code="2">doi</subfield>' : ''}</datafield>`,
          )
          .join('')}</record>\n`,
      '<?xml version="1.0"?>\n<collection xmlns="http://www.loc.gov/MARC21/slim">\n',
      '</collection>\n',
    ),
    lacks: ['pages'],
  },
  marc: { ...records(isoRecord), lacks: ['pages'] },
  'marc-text': {
    ...records(
      (w) =>
        `=LDR  00000nam a2200000 a 4500\n${marcFields(w)
          .map(
            ([tag, ind, code, value]) =>
              `=${tag}  ${ind.replaceAll(' ', '\\')}$${code}${value.replaceAll('$', '{dollar}')}${tag === '024' ? '$2doi' : ''}\n`,
          )
          .join('')}\n`,
    ),
    lacks: ['pages'],
  },
};
