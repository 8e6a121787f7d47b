/** Finds an address for every page by following links, as a visitor would. */
import type { Site } from './site.ts';

export type Page = { route: string; address: string };

/** Addresses that are files or data, not pages. */
const isFile = (path: string) =>
  /\.(json|csv|xlsx|docx|pdf|png|svg|ris|bib|ttl|rdf|jsonld|zip|html|md|tex|txt)$|\/file$/.test(
    path,
  ) || path.startsWith('/assets/');

/** How many pages are looked at before the search for more ends. */
const pagesMax = 1500;

/**
 * Follows links from the start until every route that a link leads to has been seen, one address each.
 * @param cookie signs the visitor in; none: anybody.
 */
export async function crawl(site: Site, starts: string[], cookie?: string): Promise<Page[]> {
  const routes = routesOf(site);
  const found = new Map<string, Page>();
  const seen = new Set(starts);
  const queue = starts.map((address) => ({ address, from: '(start)' }));
  for (let count = 0; queue.length > 0 && count < pagesMax; count += 1) {
    const { address, from } = queue.shift() ?? { address: '', from: '' };
    const path = address.split('?')[0] ?? '';
    const route = routes.find(({ pattern }) => pattern.test(path))?.url ?? '(none)';
    const cookies = cookie ? { underlag_session: cookie } : {};
    const answer = await site.app.inject({ url: address, cookies });
    if (answer.statusCode >= 400) {
      throw new Error(`${address}, a link on ${from}, answers ${answer.statusCode}`);
    }
    if (answer.statusCode !== 200) continue;
    if (!found.has(route)) found.set(route, { route, address });
    for (const link of linksOf(answer.body, address)) {
      const target = routes.find(({ pattern }) => pattern.test(link.split('?')[0] ?? ''))?.url;
      // One page of a kind in each review is enough; its links are those of its kind.
      const kind = `${target ?? link} ${placeIn(link)}`;
      if (seen.has(kind)) continue;
      seen.add(kind);
      queue.push({ address: link, from: address });
    }
  }
  return [...found.values()];
}

/** The review and, in screening, the stage; imports differ in what they hold. */
const placeIn = (address: string) =>
  /^\/reviews\/([^/?]+)(\/screening\/\w+|\/imports\/\d+)?/.exec(address)?.slice(1).join('') ?? '';

/** Routes that answer with a page, those without parameters first. */
export function routesOf(site: Site) {
  return site.app.routeTable
    .filter(({ method, url }) => method === 'GET' && !isFile(url.replace('*', '')))
    .map(({ url, access }) => ({
      url,
      access,
      pattern: new RegExp(
        `^${url.replaceAll('.', '\\.').replaceAll(/:\w+(\([^)]*\))?/g, '[^/]+')}$`,
      ),
    }))
    .sort((one, other) => one.url.split(':').length - other.url.split(':').length);
}

function linksOf(html: string, from: string): string[] {
  const links = [...html.matchAll(/<a\b[^>]*?\bhref="([^"]+)"/g)].map(([, href]) =>
    (href ?? '').replaceAll('&amp;', '&').replaceAll('&#x3D;', '='),
  );
  return links
    .filter((href) => !href.startsWith('#') && !/^[a-z]+:/.test(href))
    .map((href) => new URL(href, `http://site.invalid${from}`))
    .filter((url) => !isFile(url.pathname))
    .map((url) => url.pathname + url.search);
}
