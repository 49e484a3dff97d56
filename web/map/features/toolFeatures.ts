/** A tool's sketch as the map draws it: its words written out in the reader's language. */
import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/t.ts';
import type { Sketch, SketchLabel } from '../../tools/sketch.ts';
import { collection, feature, type MapFeatures } from './feature.ts';

export const toolFeatures = (sketch: Sketch): MapFeatures =>
  collection(
    sketch.map(({ geometry, properties: { role, label } }) =>
      feature(geometry, label ? { role, text: textOf(label) } : { role }),
    ),
  );

function textOf({ key, params = {} }: SketchLabel): string {
  const written = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === 'number' ? formatNumber(value, 1) : value,
  ]);
  return t(key, Object.fromEntries(written) as Record<string, string>);
}
