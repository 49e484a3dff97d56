/** Before each file of tests of a page: all Vietnamese texts are here. */
import { fetchLaterTexts } from '../../web/i18n/texts.svelte.ts';

await fetchLaterTexts();
