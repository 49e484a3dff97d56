import { describe, expect, it } from 'vitest';
import { backgroundSource, openStreetMap } from '../../../web/map/background.ts';

describe('the background setting', () => {
  it('is nothing unless set', () => {
    expect(backgroundSource(null)).toBeNull();
    expect(backgroundSource({ kind: 'none', url: 'https://x.org', attribution: '' })).toBeNull();
    expect(backgroundSource({ kind: 'raster', url: '', attribution: '' })).toBeNull();
  });

  it('takes XYZ tiles, OpenStreetMap among them with its attribution', () => {
    expect(backgroundSource(openStreetMap)).toMatchObject({
      type: 'raster',
      tiles: ['https://tile.openstreetmap.org/{z}/{x}/{y}.png'],
      attribution: '© OpenStreetMap',
    });
  });

  it('takes WMTS templates by their own axis names', () => {
    const url = 'https://x.org/wmts?TILEMATRIX={TileMatrix}&TILEROW={TileRow}&TILECOL={TileCol}';
    expect(backgroundSource({ kind: 'raster', url, attribution: '' })).toMatchObject({
      tiles: ['https://x.org/wmts?TILEMATRIX={z}&TILEROW={y}&TILECOL={x}'],
    });
  });

  it('takes a PMTiles file', () => {
    const setting = { kind: 'pmtiles', url: 'https://x.org/a.pmtiles', attribution: '' } as const;
    expect(backgroundSource(setting)).toMatchObject({ type: 'raster', url: 'pmtiles://https://x.org/a.pmtiles' });
  });

  it('shows an attribution as text, never as markup', () => {
    const setting = { kind: 'raster', url: 'https://x.org', attribution: '<img src=x onerror=alert(1)> & co' } as const;
    expect(backgroundSource(setting)?.attribution).toBe('&lt;img src=x onerror=alert(1)&gt; &amp; co');
  });
});
