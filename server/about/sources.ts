/** The methods that the program follows and the documents behind its demonstration reviews. */

export type Work = { citation: string; url: string; licence: string };

export const methods: Work[] = [
  {
    citation:
      'Page MJ, McKenzie JE, Bossuyt PM, et al. The PRISMA 2020 statement: an updated guideline for reporting systematic reviews. BMJ 2021;372:n71.',
    url: 'https://doi.org/10.1136/bmj.n71',
    licence: 'CC BY 4.0',
  },
  {
    citation:
      'Rethlefsen ML, Kirtley S, Waffenschmidt S, et al. PRISMA-S: an extension to the PRISMA statement for reporting literature searches in systematic reviews. Systematic Reviews 2021;10:39.',
    url: 'https://doi.org/10.1186/s13643-020-01542-z',
    licence: 'CC BY 4.0',
  },
];

/** Facts and figures are taken from these, in our own words. */
export const demonstrationSources: string[] = [
  'Aytar, O. (2022). Offentliga verksamheters samarbete med civilsamhället inom vård och omsorg. Kunskapsunderlag för Eskilstuna kommun. Mälardalens universitet.',
  'Solbjør, M., Johansen, B., Kleiven, H. H. (2012). Samarbeid mellom kommuner og frivillig sektor på pleie- og omsorgsfeltet: en kartlegging. Rapport 2012:15, Trøndelag Forskning og Utvikling.',
  'Distriktssenteret (2025). Arbeidsverksted om samskaping om velferdstjenester, 25. november 2025.',
  'Andfossen, N. B. (2020). Co-production between long-term care units and voluntary organisations in Norwegian municipalities: a theoretical discussion and empirical analysis. Primary Health Care Research & Development, 21. Høgskolen i Innlandet, kunnskapsarkivet.',
  'Norges forskningsråd, Prosjektbanken: Co-production of health- and welfare services between local governments and voluntary organizations in Norway and Germany (HELSEVEL).',
];
