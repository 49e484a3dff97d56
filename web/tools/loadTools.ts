/** The machines of all tools and the rules of their edits; fetched ahead when the page has nothing else to do. */
import { fetchRules } from '../state/rules.svelte.ts';

export async function loadTools() {
  const [{ toolOf }] = await Promise.all([import('./tools.ts'), fetchRules()]);
  return { toolOf };
}
