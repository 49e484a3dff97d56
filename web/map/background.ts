/** The optional background under the village: raster tiles (XYZ, WMTS) or a PMTiles file of raster tiles. */
import type { RasterSourceSpecification } from 'maplibre-gl';
import { escapedMarkup } from '../../domain/markup.ts';

export interface BackgroundSetting {
  readonly kind: 'none' | 'raster' | 'pmtiles';
  readonly url: string;
  readonly attribution: string;
}

/** For those who are online; its use policy asks for the attribution and forbids bulk download. */
export const openStreetMap: BackgroundSetting = {
  kind: 'raster',
  url: 'https://tile.openstreetmap.org/{z}/{x}/{y}.png',
  attribution: '© OpenStreetMap',
};

/** WMTS templates name their axes {TileMatrix}/{TileRow}/{TileCol}; MapLibre's are {z}/{y}/{x}. */
export const tileTemplate = (url: string): string =>
  url
    .replace(/\{TileMatrix\}/gi, '{z}')
    .replace(/\{TileRow\}/gi, '{y}')
    .replace(/\{TileCol\}/gi, '{x}');

export function backgroundSource(setting: BackgroundSetting | null): RasterSourceSpecification | null {
  if (!setting || setting.kind === 'none' || setting.url === '') return null;
  // MapLibre shows attributions as HTML; a setting is text.
  const attribution = escapedMarkup(setting.attribution);
  if (setting.kind === 'pmtiles')
    return { type: 'raster', url: `pmtiles://${setting.url}`, tileSize: 256, attribution };
  return { type: 'raster', tiles: [tileTemplate(setting.url)], tileSize: 256, maxzoom: 19, attribution };
}
