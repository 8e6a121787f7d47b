/** Makes the screenshots of this folder anew: `npm run screens`. */
import { join } from 'node:path';
import { launchChromium } from '../../test/browser/chromium.ts';
import { demonstrationFolder } from '../../test/browser/demonstration.ts';
import { addVisitor, startSite, visit } from '../../test/browser/site.ts';

/** The six screens that are judged on their own; the desk needs somebody who is signed in. */
const screens = [
  { name: 'search', path: '/search?q=samordning' },
  { name: 'publication', path: '/reviews/eskilstuna-2022/publications' , open: 'main a[href*="/publications/"]' },
  { name: 'finding', path: '/reviews/eskilstuna-2022/findings', open: 'main a[href*="/findings/"]' },
  { name: 'screening', path: '/reviews/exercise/screening/title_abstract', signedIn: true },
  { name: 'flow', path: '/reviews/eskilstuna-2022/flow' },
  { name: 'findings-table', path: '/reviews/eskilstuna-2022/tables/findings' },
];

const browser = await launchChromium();
const site = await startSite(await demonstrationFolder());
const personId = addVisitor(site.db, 'Astrid Berg', { isAdministrator: true, locale: 'sv' });
for (const { name, path, open, signedIn } of screens)
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [1280, 390]) {
      const { page, close } = await visit(browser, site, {
        colorScheme,
        locale: 'sv-SE',
        viewport: { width, height: width > 600 ? 900 : 844 },
        ...(signedIn ? { personId } : {}),
      });
      await page.goto(path);
      if (open) {
        await page.locator(open).first().click();
        await page.waitForLoadState();
      }
      await page.screenshot({
        path: join(import.meta.dirname, `${name}-${colorScheme}-${width}.png`),
      });
      await close();
    }
await browser.close();
await site.stop();
