/** Trial registers: a record is found again by its number, dated by its registration, and about its conditions. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { detectFormat } from '../import/formats/formats.ts';
import { cslJson } from '../import/formats/json/csl-json.ts';
import { csv } from '../import/formats/tables/csv.ts';
import { trialRegisters } from '../import/formats/xml/trial-registers.ts';
import { linesLost, readAll, recordsIn } from './import-helpers.ts';

const trial = {
  title: 'Planning care at home',
  authors: [],
  year: 2019,
  publisher: 'Lunds universitet',
  keywords: ['Loneliness', 'Frailty'],
};

test("ICTRP's XML and ClinicalTrials.gov's, the text set in and wrapped", async () => {
  const text = readFileSync(new URL('fixtures/references/registers.xml', import.meta.url), 'utf8');
  expect(detectFormat(text)?.id).toBe('trial-registers');
  const pieces = await readAll(trialRegisters, text, { size: 100 });
  expect(linesLost(text, pieces)).toEqual([]);
  const [first, second, ...more] = pieces.filter((piece) => piece.kind === 'reference');
  expect(more).toEqual([]);
  expect(first?.reference).toMatchObject({
    ...trial,
    date: '13/05/2019',
    accession: 'ACTRN12619000000001',
    database: 'ANZCTR',
    urls: ['https://example.org/trial/1'],
  });
  expect(first?.unmapped).toContainEqual({
    tag: 'Scientific_title',
    value: 'Planning care at home & loneliness: a randomised trial',
  });
  expect(second?.reference).toMatchObject({
    ...trial,
    title: 'Planning care',
    date: 'May 12, 2019',
    accession: 'NCT00000012',
    abstract: 'Whether a plan made together helps.\nA second paragraph.',
    urls: ['https://clinicaltrials.gov/show/NCT00000012'],
  });
});

const tables = {
  ICTRP:
    'TrialID,Last Refreshed on,Public title,Scientific title,Primary sponsor,Date registration,Source Register,web address,Condition\n' +
    'NCT00000012,21 September 2020,Planning care at home,A trial,Lunds universitet,2019-05-12,ClinicalTrials.gov,https://example.org/1,Loneliness;Frailty\n',
  'ClinicalTrials.gov':
    'NCT Number,Study Title,Study URL,Study Status,Brief Summary,Conditions,Sponsor,Start Date,First Posted,Locations\n' +
    'NCT00000012,Planning care at home,https://example.org/1,COMPLETED,One.,Loneliness|Frailty,Lunds universitet,2020-01,2019-05-12,"Lund, Sweden"\n',
  'ClinicalTrials.gov as it was':
    'Rank,NCT Number,Title,Status,Conditions,Sponsor/Collaborators,Start Date,First Posted,URL\n' +
    '1,NCT00000012,Planning care at home,Completed,Loneliness|Frailty,Lunds universitet,January 2020,"May 12, 2019",https://example.org/1\n',
};

test.each(Object.entries(tables))('%s as a table', async (_, text) => {
  expect(detectFormat(text)?.id).toBe('csv');
  const [only] = await recordsIn(csv, text);
  expect(only?.reference).toMatchObject({
    ...trial,
    accession: 'NCT00000012',
    urls: ['https://example.org/1'],
  });
  expect(only?.reference.date).toMatch(/2019/);
  expect(only?.reference.place).toBeUndefined();
});

test("ClinicalTrials.gov's JSON, where all of it lies in modules", async () => {
  const study = {
    protocolSection: {
      identificationModule: {
        nctId: 'NCT00000012',
        briefTitle: 'Planning care at home',
        officialTitle: 'A Trial',
      },
      statusModule: {
        startDateStruct: { date: '2020-01' },
        studyFirstPostDateStruct: { date: '2019-05-12', type: 'ACTUAL' },
      },
      sponsorCollaboratorsModule: { leadSponsor: { name: 'Lunds universitet', class: 'OTHER' } },
      descriptionModule: { briefSummary: 'One.' },
      conditionsModule: { conditions: ['Loneliness', 'Frailty'] },
    },
    hasResults: false,
  };
  const [only] = await recordsIn(cslJson, JSON.stringify({ totalCount: 1, studies: [study] }));
  expect(only?.reference).toMatchObject({
    ...trial,
    date: '2019-05-12',
    abstract: 'One.',
    accession: 'NCT00000012',
  });
  expect(only?.unmapped).toContainEqual({
    tag: 'identificationModule.officialTitle',
    value: 'A Trial',
  });
});

test("LILACS's table and bioRxiv's answer", async () => {
  const [lilacs] = await recordsIn(
    csv,
    'ID,Title,Authors,Source,Journal,Database,Type,Publication year,Descriptor(s),Fulltext URL,Volume number,Issue number\n' +
      'lil-1,Atenção domiciliar,"Silva, José; Souza, Maria",Rev;44(3),Rev. saúde pública,LILACS,article,2010,Idoso; Serviços,http://example.org/x,44,3\n',
  );
  expect(lilacs?.reference).toMatchObject({
    container: 'Rev. saúde pública',
    volume: '44',
    issue: '3',
    database: 'LILACS',
    keywords: ['Idoso', 'Serviços'],
    urls: ['http://example.org/x'],
  });
  const preprint = {
    doi: '10.1101/2020.09.09',
    title: 'Care',
    authors: 'Berg, A.; Ek, B. C.',
    date: '2020-09-10',
    abstract: 'One.',
  };
  const [read] = await recordsIn(cslJson, JSON.stringify({ collection: [preprint] }));
  expect(read?.reference).toMatchObject({
    year: 2020,
    doi: '10.1101/2020.09.09',
    authors: [
      { family: 'Berg', given: 'A.' },
      { family: 'Ek', given: 'B. C.' },
    ],
  });
});
