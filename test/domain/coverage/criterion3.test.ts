import { describe, expect, it } from 'vitest';
import { sampleVillage } from '../../../data/sample/generate.ts';
import { criterion3 } from '../../../domain/coverage/criterion3.ts';
import type { AnyRecord } from '../../../domain/records/record.ts';
import { worldOf } from '../../../domain/records/world.ts';

const sample = sampleVillage();
const village = { ...sample.village, kind: 'village', id: sample.villageId, version: 1 } as const;
const devices: readonly AnyRecord[] = [
  ...sample.import.cameras.map((camera) => ({ ...camera, kind: 'camera', version: 1 }) as const),
  ...sample.import.lamps.map((lamp) => ({ ...lamp, kind: 'lamp', version: 1 }) as const),
];
const rowOf = (world: Parameters<typeof criterion3>[0], id: string) =>
  criterion3(world).rows.find((row) => row.id === id)!;

describe('criterion 3', () => {
  it("counts the sample's devices against the plan", () => {
    const world = worldOf([village, ...devices]);
    const commune = rowOf(world, 'commune-cameras');
    expect(commune.devices.existing).toHaveLength(2);
    expect(commune).toMatchObject({ target: { standing: 2, toAdd: 3 }, lacking: 3, unplaced: 0 });
    expect(rowOf(world, 'village-cameras')).toMatchObject({ target: { standing: 0, toAdd: 1 }, lacking: 1 });
    expect(rowOf(world, 'lamps')).toMatchObject({ target: { standing: 45, toAdd: 0 }, lacking: 0, unplaced: 0 });
    expect(criterion3(world).camerasBy).toBe('2022-10-30');
  });

  it('names no target for cameras of households', () => {
    expect(rowOf(worldOf([village, ...devices]), 'household-cameras')).toMatchObject({ target: null, lacking: null });
  });

  it('does not count a broken lamp as working, nor as a place still to be found', () => {
    const broken = devices.map((device) => (device.kind === 'lamp' ? { ...device, state: 'broken' as const } : device));
    expect(rowOf(worldOf([village, ...broken]), 'lamps')).toMatchObject({ lacking: 45, unplaced: 0 });
  });

  it('has rows without targets in a village that set none', () => {
    const none = { ...village, targets: { criterion6: null, criterion3: null } };
    expect(criterion3(worldOf([none, ...devices])).rows.map((row) => row.target)).toEqual([null, null, null, null]);
  });
});
