import { expect, it } from 'vitest';
import { newId } from '../../../web/state/newId.ts';

it('is a UUIDv7 that carries its time', () => {
  const at = Date.UTC(2026, 10, 24);
  const id = newId(at);
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(at);
});

it('never comes twice and rises with time', () => {
  const ids = Array.from({ length: 500 }, (_, index) => newId(1_000_000 + index));
  expect(new Set(ids).size).toBe(500);
  expect([...ids].sort()).toEqual(ids);
});
