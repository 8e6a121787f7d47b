/** The part of the citation processor that we use; it brings no types of its own. */
declare module 'citeproc' {
  export type System = {
    retrieveLocale(language: string): unknown;
    retrieveItem(id: string): object;
  };
  export type BibliographyFacts = {
    entry_ids: string[][];
    maxoffset: number;
    hangingindent: boolean | number;
    'second-field-align': false | string;
  };
  export class Engine {
    constructor(system: System, style: unknown, language: string, forceLanguage: boolean);
    opt: { development_extensions: Record<string, boolean> };
    setOutputFormat(format: 'html' | 'text'): void;
    updateItems(ids: string[]): void;
    makeBibliography(): [BibliographyFacts, string[]] | false;
    makeCitationCluster(items: { id: string }[]): string;
    getTerm(name: string): string;
  }
  const processor: { Engine: typeof Engine };
  // biome-ignore lint/style/noDefaultExport: so it is
  export default processor;
}
