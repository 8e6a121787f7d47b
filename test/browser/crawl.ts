/** Finds an address for every page by following links, as a visitor would. */
import type { Site } from './site.ts';

export type Page = { route: string; address: string };

/** Addresses that are files or data, not pages. */
const isFile = (path: string) =>
  /\.(json|csv|xlsx|docx|svg|ris|bib)$/.test(path) || path.startsWith('/assets/');

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
  const queue = [...starts];
  for (let count = 0; queue.length > 0 && count < pagesMax; count += 1) {
    const address = queue.shift() ?? '';
    const path = address.split('?')[0] ?? '';
    const route = routes.find(({ pattern }) => pattern.test(path))?.url ?? '(none)';
    const cookies = cookie ? { underlag_session: cookie } : {};
    const answer = await site.app.inject({ url: address, cookies });
    if (answer.statusCode >= 400) throw new Error(`${address} answers ${answer.statusCode}`);
    if (answer.statusCode !== 200) continue;
    if (!found.has(route)) found.set(route, { route, address });
    for (const link of linksOf(answer.body, address)) {
      const target = routes.find(({ pattern }) => pattern.test(link.split('?')[0] ?? ''))?.url;
      // One page of a kind in each review is enough; its links are those of its kind.
      const kind = `${target ?? link} ${reviewIn(link)}`;
      if (seen.has(kind)) continue;
      seen.add(kind);
      queue.push(link);
    }
  }
  return [...found.values()];
}

const reviewIn = (address: string) => /^\/reviews\/([^/?]+)/.exec(address)?.[1] ?? '';

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
