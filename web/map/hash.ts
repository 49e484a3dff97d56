/** The view and the selection in the address bar: `#map=zoom/lat/lng&sel=kind:id`, so that a link shows the same. */
import { recordKinds, type RecordKind } from '../../domain/records/record.ts';
import type { Position } from '../../domain/geometry/shapes.ts';
import type { RecordRef } from './features/highlightFeatures.ts';

export interface ViewHash {
  readonly viewport: { readonly zoom: number; readonly center: Position } | null;
  readonly selection: RecordRef | null;
}

/** Five decimals are about a metre: enough to find the place again. */
const coordinateDigits = 5;
const idPattern = /^[0-9a-f-]{36}$/;

/** Other parts of the hash (the village, say) are kept as they are. */
export function withView(hash: string, { viewport, selection }: ViewHash): string {
  const parts = partsOf(hash).filter(([name]) => name !== 'map' && name !== 'sel');
  if (viewport) {
    const [lng, lat] = viewport.center;
    const figures = [Number(viewport.zoom.toFixed(2)), lat.toFixed(coordinateDigits), lng.toFixed(coordinateDigits)];
    parts.push(['map', figures.join('/')]);
  }
  if (selection) parts.push(['sel', `${selection.kind}:${selection.id}`]);
  return parts.length === 0
    ? ''
    : `#${parts.map(([name, value]) => (value === null ? name : `${name}=${value}`)).join('&')}`;
}

/** Anything malformed is as if it were not there. */
export function parseView(hash: string): ViewHash {
  const parts = new Map(partsOf(hash));
  return { viewport: viewportOf(parts.get('map')), selection: selectionOf(parts.get('sel')) };
}

const partsOf = (hash: string): [name: string, value: string | null][] =>
  hash
    .replace(/^#/, '')
    .split('&')
    .filter((part) => part !== '')
    .map((part) => {
      const at = part.indexOf('=');
      return at < 0 ? [part, null] : [part.slice(0, at), part.slice(at + 1)];
    });

function viewportOf(text: string | null | undefined): ViewHash['viewport'] {
  const figures = (text ?? '').split('/');
  const [zoom = NaN, lat = NaN, lng = NaN] = figures.map((figure) => (figure.trim() === '' ? NaN : Number(figure)));
  const isPlace = figures.length === 3 && Math.abs(lat) <= 85 && Math.abs(lng) <= 180;
  return isPlace && zoom >= 0 && zoom <= 24 ? { zoom, center: [lng, lat] } : null;
}

function selectionOf(text: string | null | undefined): RecordRef | null {
  const [kind = '', id = ''] = (text ?? '').split(':');
  return recordKinds.includes(kind as RecordKind) && idPattern.test(id) ? { kind: kind as RecordKind, id } : null;
}
