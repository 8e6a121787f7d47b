/** Where the project's folders are, for code that runs from source and from `dist/` alike. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

function findRoot(from: string): string {
  if (existsSync(join(from, 'package.json'))) return from;
  const above = dirname(from);
  if (above === from) throw new Error('package.json not found above the program');
  return findRoot(above);
}

export const root = findRoot(import.meta.dirname);
/** True when the program runs as TypeScript, through tsx or the test runner. */
export const fromSource = import.meta.filename.endsWith('.ts');
export const viewsFolder = join(root, 'views');
export const migrationsFolder = join(root, 'schema', 'migrations');
export const clientFolder = join(root, 'dist', 'client');
