/** Addresses of the browser's files, with a hash of their content so that they can be cached for ever. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clientFolder } from '../paths.ts';

export type AssetUrls = { url(name: string): string };

export function readAssets(folder = clientFolder): AssetUrls {
  const known = new Map<string, string>();
  return {
    url(name) {
      const address = known.get(name) ?? `/assets/${name}${hashOf(join(folder, name))}`;
      known.set(name, address);
      return address;
    },
  };
}

// Tests of pages run without a build; the browser's tests build first.
function hashOf(file: string): string {
  if (!existsSync(file)) return '';
  return `?v=${createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 10)}`;
}
