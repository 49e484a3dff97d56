/** What a file would bring, change and take away, as shapes; what stays as it is has none. */
import type { ShownIncoming } from '../../state/incoming.svelte.ts';
import { collection, feature, noFeatures, type MapFeatures } from './feature.ts';

export function incomingFeatures(shown: ShownIncoming | null): MapFeatures {
  if (!shown) return noFeatures;
  const { rows, gone } = shown.incoming;
  const coming = rows.flatMap(({ row, standing, shape }) =>
    shape && (standing === 'added' || standing === 'changed')
      ? [feature(shape, { id: String(row), role: standing })]
      : [],
  );
  const going = gone.flatMap(({ id, shape }) => (shape ? [feature(shape, { id, role: 'gone' })] : []));
  return collection([...going, ...coming]);
}
