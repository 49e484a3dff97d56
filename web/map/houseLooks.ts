/** Ground and edge of a house by the state of its address; patterns are added in images/patterns.ts. */
import type { HouseAddressState } from '../../domain/coverage/houseAddressState.ts';
import type { Theme } from './theme.ts';

export interface HouseLook {
  readonly ground: keyof Theme;
  readonly edge: keyof Theme;
}

export const houseLooks: Readonly<Record<HouseAddressState, HouseLook>> = {
  'no-road': { ground: 'white', edge: 'amberMid' },
  'no-number': { ground: 'amberSoft', edge: 'amberMid' },
  draft: { ground: 'enamelSoft', edge: 'enamel' },
  issued: { ground: 'enamel', edge: 'enamelDark' },
  problem: { ground: 'redSoft', edge: 'red' },
  gone: { ground: 'paper', edge: 'gone' },
};
