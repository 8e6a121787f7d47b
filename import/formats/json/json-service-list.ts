/** The services whose answers in JSON we know: how each is told, and where it says what. */
import type { ReferenceType } from '../../reference.ts';
import type { Role, RoleField } from '../roles.ts';
import { type Json, takeWhole } from './json-paths.ts';
import * as parts from './json-service-parts.ts';

export type Service = {
  /** Names at the outermost level that only this service's answers have; one of them tells. */
  told: string;
  /** How its own numbers begin, where its names are everybody's. */
  id?: RegExp;
  /** Where the whole item lies, when it does not lie open. */
  under?: string;
  /** Paths in dots, those to be trusted first. */
  roles: Partial<Record<Role, string>>;
  /** Of all that it lists. */
  type?: ReferenceType;
  /** What needs more than a path. */
  more?: (item: Json) => RoleField[];
};

export const services: readonly Service[] = [
  {
    told: 'authorships',
    roles: {
      title: 'title display_name',
      author: 'authorships.author.display_name',
      date: 'publication_date publication_year',
      container: 'primary_location.source.display_name',
      volume: 'biblio.volume',
      issue: 'biblio.issue',
      firstPage: 'biblio.first_page',
      lastPage: 'biblio.last_page',
      number: 'primary_location.source.issn primary_location.source.issn_l',
      doi: 'doi',
      url: 'primary_location.landing_page_url',
      keyword: 'keywords.display_name',
      language: 'language',
      type: 'type',
      accession: 'id',
    },
    more: (item) => takeWhole(item, 'abstract_inverted_index').flatMap(parts.textOfIndex),
  },
  {
    told: 'authorString journalInfo',
    roles: {
      title: 'title',
      container: 'journalInfo.journal.title bookOrReportDetails.publisher journalTitle',
      date: 'journalInfo.dateOfPublication pubYear journalInfo.yearOfPublication',
      volume: 'journalInfo.volume journalVolume',
      issue: 'journalInfo.issue issue',
      pages: 'pageInfo',
      number: 'journalInfo.journal.issn journalInfo.journal.essn journalIssn',
      doi: 'doi',
      accession: 'pmid id',
      abstract: 'abstractText',
      language: 'language',
      type: 'pubTypeList.pubType pubType',
      keyword: 'keywordList.keyword meshHeadingList.meshHeading.descriptorName',
      url: 'fullTextUrlList.fullTextUrl.url',
    },
    more: parts.peopleOfEuropePmc,
  },
  {
    told: 'cristin_result_id',
    roles: {
      container:
        'journal.name journal.name.nb journal.name.en channel.title part_of.title.nb part_of.title.en',
      keyword: 'classification.keywords.name.nb classification.keywords.name.en',
      date: 'date_published year_published',
      volume: 'volume',
      issue: 'issue number',
      firstPage: 'pages.from',
      lastPage: 'pages.to',
      number: 'journal.international_standard_numbers.value international_standard_numbers.value',
      publisher: 'publisher.name',
      language: 'original_language',
      type: 'category.code category.name.en category.name.nb',
      accession: 'cristin_result_id',
    },
    more: (item) => [
      ...parts.inTheirLanguage(item),
      ...parts.linksOfCristin(item),
      ...parts.peopleOfCristin(item),
    ],
  },
  {
    told: 'entityDescription',
    roles: {
      title: 'entityDescription.mainTitle',
      translatedTitle:
        'entityDescription.alternativeTitles.en entityDescription.alternativeTitles.nb',
      abstract: 'entityDescription.abstract entityDescription.mainLanguageAbstract',
      container:
        'entityDescription.reference.publicationContext.name entityDescription.reference.publicationContext.title entityDescription.reference.publicationContext.entityDescription.mainTitle',
      number:
        'entityDescription.reference.publicationContext.printIssn entityDescription.reference.publicationContext.onlineIssn entityDescription.reference.publicationContext.isbnList',
      publisher: 'entityDescription.reference.publicationContext.publisher.name',
      series:
        'entityDescription.reference.publicationContext.series.title entityDescription.reference.publicationContext.series.name',
      volume: 'entityDescription.reference.publicationInstance.volume',
      issue: 'entityDescription.reference.publicationInstance.issue',
      firstPage: 'entityDescription.reference.publicationInstance.pages.begin',
      lastPage: 'entityDescription.reference.publicationInstance.pages.end',
      articleNumber: 'entityDescription.reference.publicationInstance.articleNumber',
      type: 'entityDescription.reference.publicationInstance.type',
      doi: 'entityDescription.reference.doi doi',
      keyword: 'entityDescription.tags',
      url: 'handle',
      accession: 'identifier',
    },
    more: parts.partsOfNva,
  },
  {
    told: 'bibjson',
    under: 'bibjson',
    type: 'article-journal',
    roles: {
      title: 'title',
      author: 'author.name',
      container: 'journal.title',
      volume: 'journal.volume',
      issue: 'journal.number',
      publisher: 'journal.publisher',
      number: 'journal.issns',
      language: 'journal.language',
      firstPage: 'start_page',
      lastPage: 'end_page',
      date: 'year',
      abstract: 'abstract',
      keyword: 'keywords',
      url: 'link.url',
    },
    more: (item) => parts.identified(item, 'identifier', 'type', 'id'),
  },
  {
    told: 'lens_id',
    roles: {
      title: 'title',
      container: 'source.title',
      publisher: 'source.publisher',
      number: 'source.issn.value',
      date: 'date_published year_published',
      volume: 'volume',
      issue: 'issue',
      firstPage: 'start_page',
      lastPage: 'end_page',
      abstract: 'abstract',
      keyword: 'keywords mesh_terms.mesh_heading',
      url: 'source_urls.url',
      language: 'languages',
      type: 'publication_type',
      accession: 'lens_id',
    },
    more: (item) => [
      ...parts.identified(item, 'external_ids', 'type', 'value'),
      ...parts.people(item, 'authors', ['last_name', 'first_name', 'collective_name']),
    ],
  },
  {
    told: 'paperId',
    roles: {
      title: 'title',
      author: 'authors.name',
      container: 'journal.name venue',
      volume: 'journal.volume',
      pages: 'journal.pages',
      date: 'publicationDate year',
      doi: 'externalIds.DOI',
      abstract: 'abstract',
      url: 'url',
      type: 'publicationTypes',
      accession: 'externalIds.PubMed paperId',
    },
  },
  {
    // Dimensions
    told: 'id',
    id: /^pub\.\d/,
    roles: {
      title: 'title',
      container: 'journal.title book_title',
      volume: 'volume',
      issue: 'issue',
      pages: 'pages',
      date: 'date year',
      doi: 'doi',
      number: 'issn isbn',
      abstract: 'abstract',
      keyword: 'mesh_terms',
      url: 'linkout',
      publisher: 'publisher',
      type: 'type',
      accession: 'pmid id',
    },
    more: (item) => parts.people(item, 'authors', ['last_name', 'first_name']),
  },
  {
    // PubMed's summaries
    told: 'fulljournalname',
    roles: {
      title: 'title',
      translatedTitle: 'vernaculartitle',
      container: 'fulljournalname booktitle source',
      volume: 'volume',
      issue: 'issue',
      pages: 'pages',
      date: 'pubdate epubdate',
      number: 'issn essn',
      publisher: 'publishername',
      place: 'publisherlocation',
      language: 'lang',
      type: 'pubtype doctype',
      accession: 'uid',
    },
    more: parts.partsOfSummary,
  },
  {
    // CORE
    told: 'yearPublished',
    roles: {
      title: 'title',
      author: 'authors.name',
      editor: 'contributors.name',
      container: 'journals.title',
      number: 'journals.identifiers',
      date: 'publishedDate yearPublished',
      publisher: 'publisher',
      language: 'language.code',
      abstract: 'abstract',
      doi: 'doi',
      url: 'downloadUrl',
      type: 'documentType',
      accession: 'id',
    },
  },
  {
    // ERIC
    told: 'publicationdateyear',
    roles: {
      title: 'title',
      author: 'author',
      container: 'source',
      publisher: 'publisher',
      date: 'publicationdateyear',
      abstract: 'description',
      keyword: 'subject',
      number: 'issn isbn',
      url: 'url',
      language: 'language',
      type: 'publicationtype',
      accession: 'id',
    },
  },
  {
    // Scopus
    told: 'prism:publicationName prism:coverDate',
    roles: {
      title: 'dc:title',
      container: 'prism:publicationName',
      volume: 'prism:volume',
      issue: 'prism:issueIdentifier',
      pages: 'prism:pageRange',
      articleNumber: 'article-number',
      date: 'prism:coverDate',
      number: 'prism:issn prism:eIssn prism:isbn',
      doi: 'prism:doi',
      abstract: 'dc:description',
      type: 'subtypeDescription',
      accession: 'eid dc:identifier',
    },
    more: parts.partsOfScopus,
  },
  {
    told: 'attributes',
    under: 'attributes',
    roles: {
      publisher: 'publisher publisher.name',
      container: 'container.title',
      volume: 'container.volume',
      issue: 'container.issue',
      firstPage: 'container.firstPage',
      lastPage: 'container.lastPage',
      date: 'publicationYear',
      abstract: 'descriptions.description',
      keyword: 'subjects.subject',
      doi: 'doi',
      url: 'url',
      language: 'language',
      type: 'types.resourceTypeGeneral',
    },
    more: (item) => [
      ...parts.titlesOfDataCite(item),
      ...parts.people(item, 'creators', ['familyName', 'givenName', 'name']),
    ],
  },
  {
    // ClinicalTrials.gov
    told: 'protocolSection',
    under: 'protocolSection',
    roles: {
      title: 'identificationModule.briefTitle identificationModule.officialTitle',
      date: 'statusModule.studyFirstPostDateStruct.date statusModule.startDateStruct.date',
      publisher: 'sponsorCollaboratorsModule.leadSponsor.name',
      abstract: 'descriptionModule.briefSummary',
      keyword: 'conditionsModule.conditions conditionsModule.keywords',
      accession: 'identificationModule.nctId',
    },
  },
];
