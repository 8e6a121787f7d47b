/** Living Well (Leyshon et al. 2019): its theory of change, and its three steps for risk. */
import type { Framework } from './frameworks.ts';
import { figure, structureChapter } from './source.ts';

export const livingWell: Framework = {
  key: 'living-well',
  label: {
    en: 'Living Well: theory of change',
    sv: 'Living Well: förändringsteori',
    nb: 'Living Well: endringsteori',
    nn: 'Living Well: endringsteori',
  },
  definition: {
    en: 'A philosophy of care, used in four programmes in the United Kingdom, that gathers services and volunteers around older people; the document proposes it for following up MUCF’s model.',
    sv: 'En vårdfilosofi, tillämpad i fyra program i Storbritannien, som samlar verksamheter och frivilliga kring äldre människor; dokumentet föreslår den för uppföljning av MUCF:s modell.',
    nb: 'En omsorgsfilosofi, brukt i fire programmer i Storbritannia, som samler tjenester og frivillige rundt eldre mennesker; dokumentet foreslår den til oppfølging av MUCFs modell.',
    nn: 'Ein omsorgsfilosofi, brukt i fire program i Storbritannia, som samlar tenester og frivillige kring eldre menneske; dokumentet føreslår han til oppfølging av modellen til MUCF.',
  },
  publication: 'leyshon-2019',
  order: 'none',
  note: {
    en: 'Figure 8 is a picture without text in the extraction, so the theory’s own chain of steps is not given; these parts come from the chapter.',
    sv: 'Figur 8 är en bild utan text i extraktionen, så teorins egen kedja av steg återges inte; delarna här kommer från kapitlet.',
    nb: 'Figur 8 er et bilde uten tekst i uttrekket, så teoriens egen kjede av trinn er ikke gjengitt; delene her kommer fra kapitlet.',
    nn: 'Figur 8 er eit bilete utan tekst i uttrekket, så kjeda av steg i teorien sjølv er ikkje attgjeven; delane her kjem frå kapitlet.',
  },
  steps: [
    {
      key: 'target-group',
      label: { en: 'For whom', sv: 'För vem', nb: 'For hvem', nn: 'For kven' },
      definition: {
        en: 'People over 75 with two or more long-term conditions who risk being taken to hospital unplanned again and again.',
        sv: 'Personer över 75 år med två eller flera långvariga hälsotillstånd som riskerar att gång på gång läggas in oplanerat på sjukhus.',
        nb: 'Mennesker over 75 år med to eller flere langvarige helsetilstander som står i fare for å bli innlagt på sykehus uplanlagt gang på gang.',
        nn: 'Menneske over 75 år med to eller fleire langvarige helsetilstandar som står i fare for å bli innlagde på sjukehus uplanlagt gong på gong.',
      },
      source: structureChapter,
    },
    {
      key: 'partnership',
      label: {
        en: 'Equal partnership',
        sv: 'Jämställt partnerskap',
        nb: 'Likeverdig partnerskap',
        nn: 'Likeverdig partnarskap',
      },
      definition: {
        en: 'The community and voluntary sector, the local authority, health commissioners and service providers work as equals.',
        sv: 'Samhälls- och frivilligsektorn, den lokala myndigheten, hälso- och sjukvårdens beställare och utförarna arbetar som jämlikar.',
        nb: 'Lokal og frivillig sektor, den lokale myndigheten, helsetjenestens bestillere og tjenesteyterne arbeider som likeverdige.',
        nn: 'Lokal og frivillig sektor, den lokale styresmakta, bestillarane i helsetenesta og tenesteytarane arbeider som likeverdige.',
      },
      source: structureChapter,
    },
    {
      key: 'volunteers-integral',
      label: {
        en: 'Volunteers as part of the process',
        sv: 'Frivilliga som en del av processen',
        nb: 'Frivillige som en del av prosessen',
        nn: 'Frivillige som ein del av prosessen',
      },
      definition: {
        en: 'Volunteers belong inside the process of care and are not added to it afterwards.',
        sv: 'Frivilliga hör hemma inne i omsorgsprocessen och läggs inte till i efterhand.',
        nb: 'Frivillige hører hjemme inne i omsorgsprosessen og legges ikke til i etterkant.',
        nn: 'Frivillige høyrer heime inne i omsorgsprosessen og blir ikkje lagde til i etterkant.',
      },
      source: structureChapter,
    },
    {
      key: 'focus',
      label: {
        en: 'What it strengthens',
        sv: 'Vad det stärker',
        nb: 'Hva det styrker',
        nn: 'Kva det styrkjer',
      },
      definition: {
        en: 'Emotional wellbeing, economic stability, social ties and a feeling of purpose and meaning.',
        sv: 'Känslomässigt välbefinnande, ekonomisk stabilitet, sociala band och en känsla av syfte och mening.',
        nb: 'Følelsesmessig velvære, økonomisk stabilitet, sosiale bånd og en følelse av mål og mening.',
        nn: 'Kjenslemessig velvære, økonomisk stabilitet, sosiale band og ei kjensle av mål og meining.',
      },
      source: structureChapter,
    },
    {
      key: 'outcome',
      label: {
        en: 'What it aims at',
        sv: 'Vad det syftar till',
        nb: 'Hva det sikter mot',
        nn: 'Kva det siktar mot',
      },
      definition: {
        en: 'Older people become less dependent on health and social care.',
        sv: 'Äldre blir mindre beroende av vård och omsorg.',
        nb: 'Eldre blir mindre avhengige av helse- og omsorgstjenester.',
        nn: 'Eldre blir mindre avhengige av helse- og omsorgstenester.',
      },
      source: structureChapter,
    },
  ],
  source: structureChapter,
};

export const livingWellRisk: Framework = {
  key: 'living-well-risk',
  label: {
    en: 'Living Well: handling risk',
    sv: 'Living Well: hantering av risk',
    nb: 'Living Well: håndtering av risiko',
    nn: 'Living Well: handtering av risiko',
  },
  definition: {
    en: 'Three steps by which a risk that a volunteer sees reaches the right service.',
    sv: 'Tre steg som för en risk som en frivillig ser vidare till rätt tjänst.',
    nb: 'Tre trinn som fører en risiko som en frivillig ser, fram til rett tjeneste.',
    nn: 'Tre steg som fører ein risiko som ein frivillig ser, fram til rett teneste.',
  },
  publication: 'leyshon-2019',
  order: 'stated',
  note: null,
  steps: [
    {
      key: 'identify',
      label: {
        en: 'Identify the risk',
        sv: 'Identifiera risken',
        nb: 'Identifisere risikoen',
        nn: 'Identifisere risikoen',
      },
      definition: {
        en: 'While giving support, the volunteer notices something in health, social life or surroundings that may become a risk.',
        sv: 'Under stödet lägger den frivilliga märke till något i hälsan, det sociala livet eller omgivningen som kan bli en risk.',
        nb: 'Under støtten legger den frivillige merke til noe ved helsen, det sosiale livet eller omgivelsene som kan bli en risiko.',
        nn: 'Under støtta legg den frivillige merke til noko ved helsa, det sosiale livet eller omgjevnadene som kan bli ein risiko.',
      },
      source: figure(9),
    },
    {
      key: 'communicate',
      label: {
        en: 'Communicate the risk',
        sv: 'Förmedla risken',
        nb: 'Formidle risikoen',
        nn: 'Formidle risikoen',
      },
      definition: {
        en: 'At the monthly meeting the volunteer tells the coordinator and the team lead.',
        sv: 'Vid månadsmötet berättar den frivilliga för samordnaren och teamledaren.',
        nb: 'På månedsmøtet forteller den frivillige det til koordinatoren og teamlederen.',
        nn: 'På månadsmøtet fortel den frivillige det til koordinatoren og teamleiaren.',
      },
      source: figure(9),
    },
    {
      key: 'escalate',
      label: {
        en: 'Escalate the risk',
        sv: 'Föra risken vidare',
        nb: 'Løfte risikoen videre',
        nn: 'Løfte risikoen vidare',
      },
      definition: {
        en: 'The coordinator or the team lead turns to the service that should act.',
        sv: 'Samordnaren eller teamledaren vänder sig till den tjänst som bör agera.',
        nb: 'Koordinatoren eller teamlederen tar kontakt med tjenesten som bør handle.',
        nn: 'Koordinatoren eller teamleiaren tek kontakt med tenesta som bør handle.',
      },
      source: figure(9),
    },
  ],
  source: figure(9),
};
