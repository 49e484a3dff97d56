/** Coordinates from the clipboard into the drawing in the hand, or why not in words. */
import { readPastedShape } from '../../domain/formats/pastedShape.ts';
import { formatNumber } from '../i18n/format.ts';
import { t } from '../i18n/t.ts';
import { toTool } from './session.svelte.ts';

/** Null when it is drawn, else the problem. `least`: the fewest positions the tool needs. */
export function pasteIntoTool(text: string, least: number): string | null {
  const read = readPastedShape(text, least);
  if ('positions' in read) {
    toTool({ type: 'paste', positions: read.positions });
    return null;
  }
  const { code, params } = read.problem;
  const figures = Object.entries(params).map(([name, value]) => [name, formatNumber(value)]);
  return t(`tool.paste.problem.${code}`, Object.fromEntries(figures) as Record<string, string>);
}
