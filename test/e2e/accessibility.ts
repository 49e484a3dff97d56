/** Serious faults of accessibility on the page as it stands, found by axe. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** One line a fault: the rule, the first places that break it, and what is wrong there. */
export async function seriousFaults(page: Page): Promise<string[]> {
  // Evaluated by the debugger, so the page's content policy stays as strict as it is.
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const { axe: checker } = window as unknown as { axe: typeof axe };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    // Nothing preloaded: no rule asked for needs it, and style sheets on their way would be put into the page by axe.
    const options = { runOnly: { type: 'tag', values: tags }, preload: false } as const;
    return (await checker.run(document, options)).violations.map(({ id, impact, nodes }) => ({
      id,
      impact,
      // Of colours which, and how far they are from each other.
      places: nodes.map(({ target, any }) => [target.join(' '), ...any.map(({ message }) => message)].join(': ')),
    }));
  });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, impact, places }) => `${id} (${impact}): ${places.slice(0, 3).join(' · ')}`);
}
