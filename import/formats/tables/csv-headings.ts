/** How sources name their columns: the words by which a field is known. */

import type { CsvField } from './csv-columns.ts';

/** Headings after folding, those to be trusted first; `|` parts them. */
export const headings: Record<CsvField, string> = {
  title: `title|article title|document title|item title|primary title|ti|t1|display name|
      titel|tittel|artikeltitel|artikkeltittel|publication title original|name|study title|
      public title|scientific title|rubrik`,
  translatedTitle: `translatedtitle|translated title|title translation|översatt titel|
      oversatt tittel|      english title|engelsk titel|engelsk tittel`,
  authors: `author full names|author full name|af|authors|author|author names|authors names|author s|au|a1|
      authorships author display name|författare|forfatter|forfattere|forfattarar|upphov|
      creator|creators|contributors|by`,
  editors: 'editors|editor|ed|redaktör|redaktörer|redaktør|redaktører|book editors|volume editors',
  year: `year|publication year|pub year|py|published year|publication_year|pubyear|utgivningsår|år|
      publiceringsår|publikasjonsår|utgivelsesår|utgivelsesår|årstal|yr`,
  date: `date|publication date|date of publication|publicationdate|pub date|date published|pubdate|y1|da|datum|dato|publiceringsdatum|
      publiseringsdato|cover date`,
  type: `item type|type|document type|publication type|reference type|doctype|doc type|dt|pt|publikationstyp|
      publikasjonstype|dokumenttyp|dokumenttype|typ|
      publicationtype|documenttype|entry type|typename|content type|document identifier`,
  container: `container|journal|journal title|source title|publication title|publication|
      publication name|secondary title|book title|journal book|journal name|so|t2|jo|jf|
      primary location source display name|primary location display name|host venue display name|venue|published in|
      pubtitle|booktitle|full journal|tidskrift|tidsskrift|källa|
      kilde|bok|container title|proceedings title|anthology title|
      parenttitle|hostpublication|host publication`,
  citation: 'citation|source citation|citering|referens|referanse',
  volume: 'volume|vol|vl|volume number|biblio volume|journal volume|volym|årgång|årgang|band|bind',
  issue: 'issue|number|issue number|no|is|biblio issue|journal issue|nummer|nr|häfte|hefte',
  pages: 'pages|page|page s|page range|page numbers|pagination|pp|sidor|sider|sidtal|sidetall',
  firstPage: `firstpage|page start|start page|startpage|first page|sp|bp|beginning page|biblio first page|
      startsida|startside|första sida|første side`,
  lastPage: `lastpage|page end|end page|endpage|last page|ep|ending page|biblio last page|slutsida|
      sluttside|sista sida|siste side`,
  articleNumber: 'articlenumber|article number|art no|article no|ar|artikelnummer|artikkelnummer',
  edition: 'edition|et|upplaga|utgave|utgåve',
  series: 'series|series title|book series title|se|serie|collection title',
  publisher:
    'publisher|publisher name|book publisher|pu|pb|institution|förlag|utgivare|forlag|utgiver|utgjevar',
  place: `place|place published|placeofpublication|publisher city|city|location|pi|cy|publication place|ort|
      utgivningsort|sted|utgivelsessted|stad`,
  doi: 'doi|di|do|doi link|digital object identifier|digitalobjectidentifier|ids doi|externalids doi|article doi|item doi',
  isbn: 'isbn|isbns|bn|eisbn|electronic isbn',
  issn: `issn|issns|sn|eissn|ei|print issn|electronic issn|e issn|isbn issn|issn isbn|
      primary location source issn l|primary location source issn|journalissn|journaleissn|
      standardnumber`,
  urls: `urls|url|link|links|ur|external url|source urls|article url|articleurl|plink|permalink|persistent link|document url|documenturl|
      full text link|fulltext url|open url link|web address|länk|
      lenke|webbadress|nettadresse|webadress|study url|pdf link`,
  abstract: `abstract|ab|n2|abstract note|abstractnote|summary|description|sammanfattning|
      sammendrag|samandrag|abstrakt|brief summary`,
  keywords: `keywords|keyword|author keywords|de|kw|index keywords|keywords plus|manual tags|
      automatic tags|mesh terms|subject|subjects|subject terms|subjectterms|identifierkeywords|
      descriptors|descriptor s|emtree drug index terms major focus|emtree drug index terms|
      emtree medical index terms major focus|emtree medical index terms|tags|keywords display name|nyckelord|nøkkelord|ämnesord|
      emneord|stikkord`,
  language:
    'language|la|language of original document|article language|language of article|språk|lang',
  notes: `notes|note|n1|comments|comment|anteckningar|anteckning|kommentar|kommentarer|notat|
      notater|merknad`,
  accession: `accession|accession number|storeid|pubmedid|embase accession id|an|ut|ut unique wos id|unique wos id|eid|pmid|pubmed id|
      pubmed id pmid|lens id|publication id|ids pmid|record id|nct number|trialid|accessionsnummer|
      external id`,
  database:
    'database|db|source|source database|databas|database name|library catalog|library catalogue',
};

/** In other languages of our sources: German, Dutch, Danish, Finnish, French, Spanish, Portuguese, Russian, Chinese, Japanese, Korean. */
export const foreignHeadings: Partial<Record<CsvField, string>> = {
  title: `titre|título|titolo|nimeke|otsikko|название|заглавие|标题|题名|篇名|title 题名|タイトル|論文名|題名|논문명|
      제목|논문제목`,
  authors: `autor|autoren|verfasser|auteur|auteurs|autores|autori|tekijä|tekijät|forfattere|автор|авторы|作者|
      author 作者|著者|著者名|저자|저자명`,
  editors: 'herausgeber|éditeurs scientifiques|redactie|редактор|主编|編者|편집자',
  year: `jahr|erscheinungsjahr|jaar|année|année de publication|año|ano|vuosi|год|год публикации|年|年份|year 年|
      出版年|発行年|발행년도|출판년도|연도`,
  date: '发表时间|出版日期|出版日付|発行日|pubtime 发表时间|pubtime 出版时间|발행일|дата публикации',
  type: 'dokumenttyp|type de document|tipo de documento|soort|文献类型|srcdatabase 来源库|資料種別|тип',
  container: `zeitschrift|tijdschrift|revue|revista|periódico|rivista|lehti|журнал|期刊|刊名|来源|文献来源|
      source 文献来源|source 刊名|刊行物名|雑誌名|掲載誌|학술지|학술지명|저널명`,
  volume: 'jahrgang|jaargang|volumen|tomo|vuosikerta|том|卷|卷号|volume 卷|巻|권',
  issue: `heft|ausgabe|numéro|número|numero|fascicule|выпуск|номер|期|期号|period 期|号|호`,
  pages: `seiten|pagina s|paginas|páginas|pagine|sivut|страницы|页|页码|起止页|page 页码|pagecount 页码|ページ|
      頁|페이지|쪽`,
  publisher: `verlag|uitgever|éditeur|editorial|editora|editore|kustantaja|издательство|出版社|出版者|
      出版者名|출판사|발행처|발행기관`,
  place: 'erscheinungsort|plaats|lieu|lugar|paikka|место издания|出版地',
  doi: 'doi doi',
  issn: 'issn 国际标准刊号',
  urls: '链接|网址|url 网址|link 链接|ссылка',
  abstract: `zusammenfassung|samenvatting|resumé|résumé|resumen|resumo|riassunto|tiivistelmä|аннотация|
      реферат|摘要|summary 摘要|抄録|要旨|초록`,
  keywords: `schlagwörter|schlagworte|schlüsselwörter|trefwoorden|mots clés|palabras clave|palavras chave|
      parole chiave|asiasanat|avainsanat|ключевые слова|关键词|关键字|keyword 关键词|キーワード|키워드|주제어`,
  language: 'sprache|taal|sprog|langue|idioma|lingua|kieli|язык|语种|语言|言語|언어',
  notes:
    'bemerkungen|anmerkungen|bemærkninger|opmerkingen|remarques|notas|huomautukset|примечания|备注|備考',
};
