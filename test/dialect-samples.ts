/** One small file in each format, as its source writes it, made by hand: for tests of reading and for the fuzzer. */

import { readFileSync } from 'node:fs';

/** Those that stand in files of their own. */
const fixture = (name: string): string =>
  readFileSync(new URL(`fixtures/references/${name}`, import.meta.url), 'utf8');

/** A record of ISO 2709: leader, directory of the fields by place and length, the fields. */
function marcRecord(fields: readonly [tag: string, value: string][]): string {
  const bytes = (text: string) => Buffer.byteLength(text);
  const digits = (number: number, length: number) => String(number).padStart(length, '0');
  let directory = '';
  let data = '';
  for (const [tag, value] of fields) {
    const field = `${value}\u001e`;
    directory += `${tag}${digits(bytes(field), 4)}${digits(bytes(data), 5)}`;
    data += field;
  }
  const base = 24 + directory.length + 1;
  const length = digits(base + bytes(data) + 1, 5);
  return `${length}nam a22${digits(base, 5)} a 4500${directory}\u001e${data}\u001d`;
}

export const samples: Record<string, string> = {
  'csl-yaml': fixture('csl.yaml'),
  cff: fixture('citation.cff'),
  feeds: fixture('arxiv.xml') + fixture('pubmed.rss'),
  noteexpress: fixture('noteexpress.txt') + fixture('cnki.txt'),
  jats: fixture('jats.xml'),
  'trial-registers': fixture('registers.xml'),
  'dublin-core': fixture('oai-dc.xml'),
  'marc-text': fixture('marc.mrk'),
  marc:
    marcRecord([
      ['001', '10123456'],
      ['003', 'SE-LIBR'],
      ['008', '150312s2015    sw ||||      |00| 0|swe c'],
      ['100', '1 \u001faÅberg, Anna,\u001fd1970-\u001f4aut'],
      ['245', '10\u001faOmsorg i små kommuner :\u001fben översikt /\u001fcAnna Åberg'],
      ['264', ' 1\u001fa[Lund] :\u001fbStudentlitteratur,\u001fc[2015]'],
      ['650', ' 7\u001faÄldreomsorg\u001fzSverige'],
    ]) +
    marcRecord([
      ['001', '10123457'],
      ['100', '1 \u001faDahl, Kari'],
      ['245', '10\u001faVelferd i distriktene'],
      ['773', '0 \u001ftTidsskrift for velferd\u001fg28(2015):2, s. 103-106\u001fx0809-2052'],
    ]),
  'pubmed-text': fixture('pubmed-abstract.txt'),
  'embase-rows': fixture('embase-rows.csv'),
  citavi: fixture('citavi.xml'),
  'zotero-rdf': fixture('zotero.rdf'),
  refworks: fixture('refworks.txt'),
  'ebsco-xml': fixture('ebsco.xml'),
  nbib: `PMID- 31234567
OWN - NLM
IS  - 1463-4236 (Print)
VI  - 20
IP  - 3
DP  - 2019 May 12
TI  - Planning for older people in a
      small municipality.
PG  - 123-8
LID - 10.1017/S1463423619000341 [doi]
AB  - Line one - with a hyphen
      TI - looks like a tag.
FAU - Berg, Anna Maria
AU  - Berg AM
FAU - van der Ek, Bo
AU  - van der Ek B
CN  - The Care Group
LA  - eng
PT  - Journal Article
PT  - Randomized Controlled Trial
JT  - Primary health care research
TA  - Prim Health Care Res
XYZ - something unknown
AID - S146 [pii]

PMID- 31234568
TI  - A second title.
`,
  'endnote-xml': `<?xml version="1.0" encoding="UTF-8"?><xml><records><record><rec-number>7</rec-number><ref-type name="Journal Article">17</ref-type><contributors><authors><author><style face="normal">Berg, Anna</style></author><author>World Health Organization,</author></authors></contributors><titles><title><style face="normal">Care </style><style face="italic">in vivo</style><style face="normal"> &amp; at home</style></title><secondary-title>Health &#xE5; Place</secondary-title></titles><pages>12-19</pages><volume>4</volume><number>2</number><keywords><keyword>care</keyword><keyword>home</keyword></keywords><dates><year>2020</year><pub-dates><date>Mar 3</date></pub-dates></dates><isbn>1353-8292</isbn><electronic-resource-num>10.1000/xyz.7</electronic-resource-num><abstract>First.&#xD;Second.</abstract><custom1>own field</custom1></record>
<record><ref-type name="Book">6</ref-type><titles><title>En bok</title></titles><dates><year>2018</year></dates></record></records></xml>
`,
  'endnote-tagged': `%0 Journal Article
%T Care at home
%A Berg, Anna
%A Bo Ek
%J Health & Place
%D 2020
%V 4
%N 2
%P 12-19
%R 10.1000/xyz.7
%X An abstract
that goes on.
%K care
home
%# unknown

%0 Book
%T En bok
%D 2018
`,
  wos: `FN Clarivate Analytics Web of Science
VR 1.0
PT J
AU Berg, A
   Ek, B
AF Berg, Anna
   Ek, Bo
TI Care at home: a
   study
SO HEALTH & PLACE
DT Article
DE care; home
AB Abstract.
SN 1353-8292
PD MAR 3
PY 2020
VL 4
IS 2
BP 12
EP 19
DI 10.1000/xyz.7
UT WOS:000123
Z9 3
ER

PT B
AU Ek, B
TI En bok
PY 2018
ER

EF
`,
  'labelled-text': `<1>
Accession Number
  00012097-900000000-99899.
Author
  Berg, Anna MD 1;  Ek, Bo PhD *
Title
  Care at home.[Article]
Source
  Health & Place.   28(2):103-106, April 2015.
Abstract
  Background: something.
  Title: inside.
ISSN
  1353-8292
DOI Number
  10.1000/xyz.7
Journal Subset
  Clinical.

<2>
Author
  Dahl, Cecilia
Title
  A second title
Source
  Ageing & Society.
`,
  mods: `<?xml version="1.0"?>
<modsCollection xmlns="http://www.loc.gov/mods/v3">
<mods version="3.7">
 <recordInfo><recordContentSource>mdh</recordContentSource></recordInfo>
 <genre authority="svep">art</genre>
 <titleInfo><nonSort>En</nonSort><title>plan för äldre</title><subTitle>en studie</subTitle></titleInfo>
 <titleInfo type="translated"><title>A plan for older people</title></titleInfo>
 <name type="personal"><namePart type="family">Åkesson</namePart><namePart type="given">Eva</namePart><role><roleTerm type="code">aut</roleTerm></role></name>
 <name type="corporate"><namePart>Malung kommun</namePart><role><roleTerm>pbl</roleTerm></role></name>
 <originInfo><dateIssued>2019</dateIssued></originInfo>
 <language><languageTerm>swe</languageTerm></language>
 <relatedItem type="host"><titleInfo><title>Plan</title></titleInfo><identifier type="issn">0032-0560</identifier><part><detail type="volume"><number>73</number></detail><detail type="issue"><number>2</number></detail><extent><start>4</start><end>9</end></extent></part></relatedItem>
 <identifier type="doi">10.1000/abc</identifier>
 <subject><topic>planering</topic></subject>
 <physicalDescription><form>print</form></physicalDescription>
</mods>
<mods><titleInfo><title>En bok</title></titleInfo></mods>
</modsCollection>
`,
  marcxml: `<?xml version="1.0" encoding="UTF-8"?>
<collection xmlns="http://www.loc.gov/MARC21/slim">
<record>
  <leader>01234cam a22003494a 4500</leader>
  <controlfield tag="001">10123456</controlfield>
  <controlfield tag="003">SE-LIBR</controlfield>
  <controlfield tag="008">150312s2015    sw ||||      |00| 0|swe c</controlfield>
  <datafield tag="020" ind1=" " ind2=" "><subfield code="a">978-91-44-10234-5</subfield><subfield code="q">inbunden</subfield></datafield>
  <datafield tag="100" ind1="1" ind2=" "><subfield code="a">Berg, Anna,</subfield><subfield code="d">1970-</subfield><subfield code="4">aut</subfield></datafield>
  <datafield tag="245" ind1="1" ind2="0"><subfield code="a">Omsorg i små kommuner :</subfield><subfield code="b">en översikt /</subfield><subfield code="c">Anna Berg</subfield></datafield>
  <datafield tag="250" ind1=" " ind2=" "><subfield code="a">2. uppl.</subfield></datafield>
  <datafield tag="264" ind1=" " ind2="1"><subfield code="a">[Lund] :</subfield><subfield code="b">Studentlitteratur,</subfield><subfield code="c">[2015]</subfield></datafield>
  <datafield tag="300" ind1=" " ind2=" "><subfield code="a">212 s.</subfield></datafield>
  <datafield tag="490" ind1="0" ind2=" "><subfield code="a">Rapport ;</subfield><subfield code="v">12</subfield></datafield>
  <datafield tag="650" ind1=" " ind2="7"><subfield code="a">Äldreomsorg</subfield><subfield code="z">Sverige</subfield></datafield>
  <datafield tag="700" ind1="1" ind2=" "><subfield code="a">Ek, Bo,</subfield><subfield code="e">redaktör</subfield></datafield>
  <datafield tag="856" ind1="4" ind2="0"><subfield code="u">https://example.org/10123456</subfield></datafield>
</record>
<record>
  <leader>00900naa a2200229 a 4500</leader>
  <controlfield tag="001">10123457</controlfield>
  <datafield tag="100" ind1="1" ind2=" "><subfield code="a">Dahl, Kari</subfield></datafield>
  <datafield tag="245" ind1="1" ind2="0"><subfield code="a">Velferd i distriktene</subfield></datafield>
  <datafield tag="773" ind1="0" ind2=" "><subfield code="t">Tidsskrift for velferd</subfield><subfield code="g">28(2015):2, s. 103-106</subfield><subfield code="x">0809-2052</subfield></datafield>
</record>
</collection>
`,
  'pubmed-xml': `<?xml version="1.0"?>
<!DOCTYPE PubmedArticleSet SYSTEM "http://dtd.example/x.dtd">
<PubmedArticleSet>
<PubmedArticle><MedlineCitation><PMID Version="1">31234567</PMID><Article><Journal><ISSN>1463-4236</ISSN><JournalIssue><Volume>20</Volume><Issue>3</Issue><PubDate><Year>2019</Year><Month>May</Month></PubDate></JournalIssue><Title>Primary care</Title></Journal><ArticleTitle>Care <i>in vivo</i> &lt; 5</ArticleTitle><Pagination><MedlinePgn>123-8</MedlinePgn></Pagination><ELocationID EIdType="doi">10.1000/abc</ELocationID><Abstract><AbstractText Label="AIM">One.</AbstractText><AbstractText Label="METHOD">Two.</AbstractText></Abstract><AuthorList><Author><LastName>Berg</LastName><ForeName>Anna</ForeName></Author><Author><CollectiveName>Care Group</CollectiveName></Author></AuthorList><Language>eng</Language></Article></MedlineCitation></PubmedArticle>
</PubmedArticleSet>
`,
  'plain-list': `1. Berg, A., & Ek, B. (2019). Care at home in small places. Health & Place, 28(2), 103-106. https://doi.org/10.1000/xyz.7
2. Dahl C, Holm D, et al. Planning for older people. Ageing Soc. 2020;12(3):1-9.
3. Something that nobody could take apart, Stockholm 2018
`,
  ris: `TY  - JOUR
AU  - Berg, Anna
TI  - Care at home
AB  - A text
OR - 1.2 (0.9)
ER is not the end
and on it goes
PY  - 2020///
SP  - 12
EP  - 19
DO  - 10.1000/xyz.7
U7  - unknown
ER  - 

TY  - BOOK
TI  - En bok
ER  - 
`,
  bibtex: `@string{hp = "Health \\& Place"}
@article{berg2020,
  author = {Berg, Anna and {World Health Organization}},
  title = {Care at {H}ome in \\aa{}r 2020},
  journal = hp,
  year = 2020,
  pages = {12--19},
  doi = {10.1000/xyz.7}
}

@book{bok, title = "En bok", year = 2018}
`,
  csv: `Title,Authors,Year,DOI,Own column
"Care, ""at"" home","Berg, Anna; Ek, Bo",2020,10.1000/xyz.7,x
"Two
lines",Dahl,2018,,
`,
  'csl-json': `[
  {"id": "1", "type": "article-journal", "title": "Care at home", "author": [{"family": "Berg", "given": "Anna"}], "issued": {"date-parts": [[2020, 3]]}, "DOI": "10.1000/xyz.7", "own": 1},
  {"itemType": "book", "title": "En bok", "creators": [{"creatorType": "author", "firstName": "Bo", "lastName": "Ek"}], "date": "2018", "tags": [{"tag": "x"}]}
]
`,
};
