/** Whose columns and whose numbers a village's releases have: its commune's, or its own where that is not known. */
import type { AdministrativeUnit, Village } from '../../domain/records/village.ts';
import type { ReleaseScope } from '../db/releases.ts';

export const communeOf = ({ currentUnits }: Village): AdministrativeUnit | undefined =>
  currentUnits.find(({ level }) => level === 'commune');

export function scopeOf(village: Village): ReleaseScope {
  const commune = communeOf(village);
  return commune ? { communeCode: commune.code } : { villageId: village.id };
}
