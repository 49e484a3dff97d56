import { describe, expect, it } from 'vitest';
import { parseView, withView } from '../../../web/map/hash.ts';
import { idOf } from '../../domain/builders.ts';

const viewport = { zoom: 17.5, center: [105.78803, 19.97029] } as const;
const selection = { kind: 'house', id: idOf(7) } as const;

describe('the address bar', () => {
  it('reads back what it wrote', () => {
    const hash = withView('', { viewport, selection });
    expect(hash).toBe(`#map=17.5/19.97029/105.78803&sel=house:${idOf(7)}`);
    expect(parseView(hash)).toEqual({ viewport, selection });
  });

  it('keeps the parts of others', () => {
    const hash = withView(`#village=abc&map=1/2/3&plain`, { viewport: null, selection });
    expect(hash).toBe(`#village=abc&plain&sel=house:${idOf(7)}`);
  });

  it('is empty when there is nothing to keep', () => {
    expect(withView('#map=1/2/3', { viewport: null, selection: null })).toBe('');
  });

  it.each([
    '#map=',
    '#map=17/19',
    '#map=17//105',
    '#map=17/91/105',
    '#map=17/19/181',
    '#map=99/19/105',
    '#map=NaN/19/105',
    '#map=17/19/105/4',
    '#sel=house',
    '#sel=car:019a0000-0000-7000-8000-000000000001',
    '#sel=house:<script>',
    '#',
    '',
  ])('takes %j as nothing', (hash) => {
    expect(parseView(hash)).toEqual({ viewport: null, selection: null });
  });
});
