/** The bundled typeface as MapLibre font faces: glyphs are drawn in the browser, no glyph server is asked. */
import type { FontFacesSpecification } from '@maplibre/maplibre-gl-style-spec';
import latin500 from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-500-normal.woff2?url&no-inline';
import latin700 from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-700-normal.woff2?url&no-inline';
import vietnamese500 from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-500-normal.woff2?url&no-inline';
import vietnamese700 from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-700-normal.woff2?url&no-inline';
import unicode from '@fontsource/be-vietnam-pro/unicode.json';

const face = (url: string, range: string) => ({
  url: new URL(url, document.baseURI).href,
  'unicode-range': range.split(','),
});

/** By the names used in `text-font` (fontNames.ts). A label waits until its files are loaded. */
export const mapFonts = (): FontFacesSpecification => ({
  'Be Vietnam Pro Medium': [face(vietnamese500, unicode.vietnamese), face(latin500, unicode.latin)],
  'Be Vietnam Pro Bold': [face(vietnamese700, unicode.vietnamese), face(latin700, unicode.latin)],
});
