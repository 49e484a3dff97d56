/** What a person wants to see of coverage: kept on this device for them, but for whether the map shows it now. */
import { densities, levels2025 } from '../../domain/coverage/cameras/levels.ts';
import type { Light } from '../../domain/coverage/cameras/roadsSeen.ts';
import { usualDarkMeters } from '../../domain/coverage/lamps/usualDark.ts';
import { keepSetting, readSetting } from './deviceSetting.ts';
import { session } from './session.svelte.ts';

const settingName = 'coverage';
const person = (): string => session.user?.id ?? '';

export interface CoverageChoice {
  readonly light: Light;
  /** What the map draws on the roads; what lamps light is looked at by night. */
  readonly shows: 'seen' | 'lit';
  /** What a camera shows from this density on counts as seen: an index of `densities`. */
  readonly level: number;
  /** Planned devices count as if they stood. */
  readonly isWithPlanned: boolean;
  /** A stretch without light counts as dark from this length on. */
  readonly darkMeters: number;
  /** Views are drawn over yards too, and not only where the public goes. */
  readonly isWhole: boolean;
}

const usual: CoverageChoice = {
  light: 'day',
  shows: 'seen',
  level: 0,
  isWithPlanned: false,
  darkMeters: usualDarkMeters,
  isWhole: false,
};

/** The levels a person can choose, as indexes of `densities`. */
const choosable: readonly number[] = levels2025.map(({ pixelsPerMeter }) => densities.indexOf(pixelsPerMeter));

const isValid: { readonly [K in keyof CoverageChoice]: (value: unknown) => boolean } = {
  light: (value) => value === 'day' || value === 'night',
  shows: (value) => value === 'seen' || value === 'lit',
  level: (value) => choosable.includes(value as number),
  isWithPlanned: (value) => typeof value === 'boolean',
  darkMeters: (value) => Number.isFinite(value) && (value as number) >= 0,
  isWhole: (value) => typeof value === 'boolean',
};

let held = $state.raw<{ readonly who: string; readonly choice: CoverageChoice } | null>(null);

const kept = $derived.by((): CoverageChoice => {
  const found = readSetting(settingName, person());
  const said = typeof found === 'object' && found !== null ? Object.entries(found) : [];
  const valid = said.filter(([name, value]) => name in isValid && isValid[name as keyof CoverageChoice](value));
  return consistent({ ...usual, ...Object.fromEntries(valid) });
});

/** By day nobody looks for light. */
const consistent = (choice: CoverageChoice): CoverageChoice =>
  choice.light === 'day' ? { ...choice, shows: 'seen' } : choice;

export const coverageChoice = (): CoverageChoice => (held?.who === person() ? held.choice : kept);

export function chooseCoverage(part: Partial<CoverageChoice>): void {
  const night: Partial<CoverageChoice> = part.shows === 'lit' ? { light: 'night' } : {};
  const choice = consistent({ ...coverageChoice(), ...part, ...night });
  held = { who: person(), choice };
  keepSetting(settingName, person(), choice);
}
