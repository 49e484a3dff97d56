/** What somebody has before them when a test fails, in words: a picture is not seen where only the output is kept. */
import type { Person } from './person.ts';

const longestAnswerMilliseconds = 5_000;
const mostLetters = 1_500;

/** Address, text and complaints of a person's page; says so where the page does not answer. Never throws. */
export async function whatIsSeen({ page, complaints }: Person): Promise<string> {
  if (page.isClosed()) return 'a page that is closed';
  const text = await page
    .locator('body')
    .innerText({ timeout: longestAnswerMilliseconds })
    .catch((failure: unknown) => `the page does not say what it shows: ${String(failure)}`);
  const lines = [`at ${page.url()}`, text.replace(/\s*\n\s*/g, ' | ').slice(0, mostLetters)];
  return [...lines, ...complaints.map((line) => `complaint: ${line}`)].join('\n');
}
