/** What anybody may read: the start page, the search, countries, and the pages of a published review. */
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { notFound } from '../errors.ts';
import { reviewOf } from '../platform/guards.ts';
import { publicationAddress } from '../synthesis/addresses.ts';
import { answer } from './answer.ts';
import { everything, SearchQuery } from './criteria.ts';
import { findingPage } from './finding-pages.ts';
import { searchJson, searchPage, startPage } from './page.ts';
import { codePage, countriesPage, countryPage, frameworkPage } from './place-pages.ts';
import { publicationPage, publicationsPage } from './publication-pages.ts';
import { sqliteStore } from './sqlite-store.ts';

const Slug = z.object({ review: z.string() });
const Key = z.string().min(1).max(120);
const PublicationParams = Slug.extend({ publication: z.coerce.number().int().positive() });
const FindingParams = Slug.extend({ finding: Key });
const CodeParams = Slug.extend({ codebook: Key, code: Key });
const FrameworkParams = Slug.extend({ codebook: Key });
const CountryParams = z.object({
  country: z
    .string()
    .transform((code) => code.toUpperCase())
    .pipe(z.string().regex(/^[A-Z]{2}$/)),
});

const ofFindings = { ...everything, type: 'finding' as const };
const ofPublications = { ...everything, type: 'publication' as const };

export const evidenceRoutes: FastifyPluginAsyncZod = async (app) => {
  const store = sqliteStore(app);

  app.get('/', { config: { access: 'public' } }, async (request, reply) => {
    const [reviews, findings, publications] = await Promise.all([
      store.reviews(),
      store.facets(ofFindings),
      store.facets(ofPublications),
    ]);
    const model = startPage(request.locale, reviews, { findings, publications });
    return reply.page('evidence/start', model);
  });

  const search = { config: { access: 'public' as const }, schema: { querystring: SearchQuery } };

  app.get('/search', search, async (request, reply) => {
    const found = await answer(store, request.query);
    return reply.page('evidence/search', searchPage(request.locale, found));
  });

  app.get('/search.json', search, async (request) =>
    searchJson(request.locale, await answer(store, request.query)),
  );

  app.get('/countries', { config: { access: 'public' } }, async (request, reply) =>
    reply.page(
      'evidence/countries',
      countriesPage(request.locale, await store.facets(ofPublications)),
    ),
  );

  app.get('/countries.json', { config: { access: 'public' } }, async (request) =>
    countriesPage(request.locale, await store.facets(ofPublications)),
  );

  const country = { config: { access: 'public' as const }, schema: { params: CountryParams } };

  app.get('/countries/:country', country, async (request, reply) => {
    const view = await store.country(request.params.country);
    return reply.page('evidence/country', countryPage(request.locale, view));
  });

  app.get('/countries/:country.json', country, (request) => store.country(request.params.country));

  const published = { config: { access: 'published' as const } };

  app.get(
    '/reviews/:review/publications',
    { ...published, schema: { params: Slug } },
    async (request, reply) => {
      const review = reviewOf(request);
      const rows = await store.publications(review);
      const model = publicationsPage(request.locale, review, rows);
      return reply.page('evidence/publications', model, { section: 'publications' });
    },
  );

  app.get(
    '/reviews/:review/publications.json',
    { ...published, schema: { params: Slug } },
    async (request) => ({ publications: await store.publications(reviewOf(request)) }),
  );

  const publication = { ...published, schema: { params: PublicationParams } };
  const findPublication = async (request: FastifyRequest, id: number) =>
    (await store.publication(reviewOf(request), id)) ?? missing();

  app.get('/reviews/:review/publications/:publication', publication, async (request, reply) => {
    const review = reviewOf(request);
    const view = await findPublication(request, request.params.publication);
    // An address from before a duplicate was found leads to the publication it belongs to.
    if (view.id !== request.params.publication)
      return reply.redirect(publicationAddress(review.slug, view.id), 301);
    const model = publicationPage(request.locale, review, view);
    return reply.page('evidence/publication', model, { section: 'publications' });
  });

  app.get('/reviews/:review/publications/:publication.json', publication, (request) =>
    findPublication(request, request.params.publication),
  );

  const finding = { ...published, schema: { params: FindingParams } };
  const findFinding = async (request: FastifyRequest, key: string) => {
    const view = await store.finding(reviewOf(request), key);
    // A draft is the team's own.
    const maySee = view?.finding.state === 'final' || request.rights?.mayRead;
    return view && maySee ? view : missing();
  };

  app.get('/reviews/:review/findings/:finding', finding, async (request, reply) => {
    const view = await findFinding(request, request.params.finding);
    const model = findingPage(request.locale, reviewOf(request), view);
    return reply.page('evidence/finding', model, { section: 'findings' });
  });

  app.get('/reviews/:review/findings/:finding.json', finding, (request) =>
    findFinding(request, request.params.finding),
  );

  const code = { ...published, schema: { params: CodeParams } };
  const findCode = async (request: FastifyRequest, keys: { codebook: string; code: string }) =>
    (await store.code(reviewOf(request), keys.codebook, keys.code)) ?? missing();

  app.get('/reviews/:review/codes/:codebook/:code', code, async (request, reply) => {
    const view = await findCode(request, request.params);
    const model = codePage(request.locale, reviewOf(request), view);
    return reply.page('evidence/code', model);
  });

  app.get('/reviews/:review/codes/:codebook/:code.json', code, (request) =>
    findCode(request, request.params),
  );

  const framework = { ...published, schema: { params: FrameworkParams } };
  const findFramework = async (request: FastifyRequest, key: string) =>
    (await store.framework(reviewOf(request), key)) ?? missing();

  app.get('/reviews/:review/frameworks/:codebook', framework, async (request, reply) => {
    const view = await findFramework(request, request.params.codebook);
    const model = frameworkPage(request.locale, reviewOf(request), view);
    return reply.page('evidence/framework', model);
  });

  app.get('/reviews/:review/frameworks/:codebook.json', framework, (request) =>
    findFramework(request, request.params.codebook),
  );
};

function missing(): never {
  throw notFound();
}
