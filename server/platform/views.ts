/** Pages from strict templates: one that asks for a field its view model lacks fails instead of printing nothing. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import Handlebars from 'handlebars';
import { type Locale, locales } from '../../schema/columns.ts';
import { viewsFolder } from '../paths.ts';
import type { AssetUrls } from './assets.ts';
import type { Rights } from './guards.ts';
import { registerHelpers } from './helpers.ts';
import { isMessageKey, type MessageKey, translate } from './i18n.ts';

/** What every page has besides its own fields. */
export type PageModel = {
  /** Stands in the browser's title and, unless the page says otherwise, as its first heading. */
  title: string;
};

export type RenderOptions = {
  /** Which entry of a review's navigation this page is. */
  section?: Section;
  /** Client scripts besides the one that every page has, by name in `views/client`. */
  scripts?: string[];
  /** A page whose table or flow wants the whole width. */
  wide?: boolean;
};

export const sections = [
  'overview',
  'protocol',
  'searches',
  'records',
  'duplicates',
  'screening',
  'documents',
  'coding',
  'findings',
  'appraisal',
  'publications',
  'flow',
  'tables',
  'files',
  'team',
  'log',
] as const;
export type Section = (typeof sections)[number];

type Template = Handlebars.TemplateDelegate;

export const viewsPlugin = fp<{ assets: AssetUrls }>(
  async (app, { assets }) => {
    const render = loadTemplates(assets);
    app.decorate('renderTemplate', render);
    app.decorateReply('page', function page<
      M extends PageModel,
    >(this: FastifyReply, template: string, model: M, options: RenderOptions = {}) {
      const { request } = this;
      const { locale } = request;
      const body = render(template, model, { locale });
      const html = render(
        'layouts/page',
        { title: model.title, body, chrome: chromeOf(request, options, assets) },
        { locale },
      );
      return this.type('text/html; charset=utf-8').send(html);
    });
  },
  { name: 'views', dependencies: ['sessions', 'guards'] },
);

/** Reads and compiles every template of `views/`; those in `partials/` can be called by name from any other. */
function loadTemplates(assets: AssetUrls) {
  const handlebars = Handlebars.create();
  registerHelpers(handlebars, assets);
  const templates = new Map<string, Template>();
  for (const file of readdirSync(viewsFolder, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.hbs')) continue;
    const name = relative('.', file).replaceAll('\\', '/').slice(0, -'.hbs'.length);
    const source = readFileSync(join(viewsFolder, file), 'utf8');
    const options = { strict: true, preventIndent: true };
    if (name.startsWith('partials/'))
      handlebars.registerPartial(
        name.slice('partials/'.length),
        handlebars.compile(source, options),
      );
    else templates.set(name, handlebars.compile(source, options));
  }
  return (name: string, model: object, data: { locale: Locale }): string => {
    const template = templates.get(name);
    if (!template) throw new Error(`There is no template ${name}`);
    return template(model, { data });
  };
}

/** The frame around a page: who is signed in, where one can go, what has just happened. */
function chromeOf(request: FastifyRequest, options: RenderOptions, assets: AssetUrls) {
  const { locale, person, review, rights } = request;
  const query = request.query as Record<string, unknown> | undefined;
  const isSearch = request.url.startsWith('/search?');
  const search = isSearch && typeof query?.q === 'string' ? query.q : '';
  return {
    locale,
    person: person && { name: person.name, isAdministrator: person.isAdministrator },
    languages: locales.map((code) => ({ code, isCurrent: code === locale })),
    address: addressOf(request),
    search,
    notice: noticeOf(locale, request.originalUrl),
    scripts: ['page', ...(options.scripts ?? [])].map((name) => assets.url(`${name}.js`)),
    stylesheet: assets.url('app.css'),
    isWide: options.wide ?? false,
    review:
      review && rights
        ? {
            isOwn: rights.mayRead,
            slug: review.slug,
            title: review.title,
            isExercise: review.isExercise,
            isPublished: review.publishedAt !== null,
            sections: sections
              .filter((section) => mayVisit(section, rights))
              .map((section) => ({
                section,
                isCurrent: section === options.section,
                href: sectionPath(review.slug, section),
              })),
          }
        : null,
  };
}

/** Where this page can be asked for again. A form that was refused may have no page at its own address: one above it has. */
function addressOf({ method, url, routeOptions, server }: FastifyRequest): string {
  if (method === 'GET') return url;
  const pattern = (routeOptions.url ?? '').split('/');
  const path = (url.split('?')[0] ?? '').split('/');
  while (pattern.length > 1 && !server.hasRoute({ method: 'GET', url: pattern.join('/') })) {
    pattern.pop();
    path.pop();
  }
  return path.join('/') || '/';
}

const ownerSections: Section[] = ['team', 'log'];
const reviewerSections: Section[] = ['duplicates', 'screening', 'documents', 'coding'];
const readerSections: Section[] = ['records'];

function mayVisit(section: Section, rights: Rights): boolean {
  if (ownerSections.includes(section)) return rights.mayOwn;
  if (reviewerSections.includes(section)) return rights.mayReview;
  return readerSections.includes(section) ? rights.mayRead : true;
}

function sectionPath(slug: string, section: Section): string {
  return section === 'overview' ? `/reviews/${slug}` : `/reviews/${slug}/${section}`;
}

/** `?notice=saved` after a redirect says what was done; only words of the catalogue are ever shown. */
function noticeOf(locale: Locale, address: string): string | null {
  // From the address itself: a route's schema leaves out of the query what the route does not know.
  const notice = new URLSearchParams(address.split('?')[1]).get('notice');
  const key = `notice.${notice}`;
  return notice && isMessageKey(key) ? translate(locale, key as MessageKey) : null;
}

declare module 'fastify' {
  interface FastifyReply {
    /** Sends a page. `template` is its path in `views/` without the ending. */
    page<M extends PageModel>(template: string, model: M, options?: RenderOptions): FastifyReply;
  }
  interface FastifyInstance {
    renderTemplate: (name: string, model: object, data: { locale: Locale }) => string;
  }
}
