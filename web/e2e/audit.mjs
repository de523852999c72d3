// Looking at a page as people do who cannot: axe-core finds what keeps them out.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe calls serious or critical on a page: by rule, place and what to do about it. */
export async function audit(page, name) {
  // As a debugger would: the content policy lets no page do this itself.
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return grave.flatMap(({ id, impact, nodes }) => nodes.map((node) => `${name}: ${impact} ${id}: ${node.target.join(' ')}\n    ${node.failureSummary}`));
}
