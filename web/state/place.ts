/** Which village the address of the page names: `#village=<id>`, beside the map's own parts. */
import type { Id } from '../../domain/records/fields.ts';

const partPattern = /(^|[#&])village=([0-9a-f-]{36})/;

export const villageInHash = (hash: string): Id | null => partPattern.exec(hash)?.[2] ?? null;

/** The village replaces the one named before; views and selections of another village do not carry over. */
export function hashWithVillage(hash: string, villageId: Id | null): string {
  if (villageId === null) return '';
  const named = villageInHash(hash);
  if (named === villageId) return hash;
  const isNamedByNone = named === null && hash.length > 1;
  return isNamedByNone ? `${hash}&village=${villageId}` : `#village=${villageId}`;
}

export function nameVillageInAddress(villageId: Id | null): void {
  const hash = hashWithVillage(location.hash, villageId);
  if (hash !== location.hash) history.replaceState(history.state, '', hash === '' ? location.pathname : hash);
}
