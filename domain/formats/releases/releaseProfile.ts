/** Which columns a release has, in which order and under which headings: two that are always there, and a commune's own. */
import * as Type from 'typebox';
import type { Plain } from '../../plain.ts';
import { oneOf, record, text } from '../../records/fields.ts';
import { normalizeText } from '../../addressing/vietnameseText.ts';
import { numberColumn, type Column } from '../table.ts';
import { blankMeaning, meanings, ordinalMeaning, releaseColumns, releaseKeys, type ReleaseKey } from './releaseKeys.ts';

/** `blank`: a column the recipient's form has and nothing here fills. */
export const profileKeys = ['ordinal', ...releaseKeys, 'blank'] as const;
export type ProfileKey = ReleaseKey | 'ordinal' | 'blank';

export const ProfileColumn = record({ key: oneOf(...(profileKeys as readonly ProfileKey[])), heading: text(60) });
export type ProfileColumn = Plain<typeof ProfileColumn>;

export const ProfileColumns = Type.Array(ProfileColumn, { minItems: 1, maxItems: 60 });

export const ReleaseProfile = record({ name: text(60), columns: ProfileColumns });
/** As it is kept with the release: what becomes of the profile later is nothing to it. */
export type ReleaseProfile = Plain<typeof ReleaseProfile>;

export const builtInIds = ['default', 'vnpost'] as const;
export type BuiltInId = (typeof builtInIds)[number];

const usual = new Map<ProfileKey, Column<ProfileKey>>(
  [numberColumn('ordinal', 'STT', 6), ...releaseColumns].map((column) => [column.key, column]),
);

/** Of the key's own column; the blank one has none of its own. */
export const usualHeading = (key: ProfileKey): string => usual.get(key)?.heading ?? '';

/** That of RULES §3.2: what an address list of a village has, in its order. */
export const defaultProfile: ReleaseProfile = {
  name: 'Mặc định',
  columns: (['ordinal', ...releaseKeys] as readonly ProfileKey[])
    .filter((key) => key !== 'provinceCode')
    .map((key) => ({ key, heading: usualHeading(key) })),
};

const named = (key: ProfileKey, heading: string): ProfileColumn => ({ key, heading });

/** With the names of the fields of VNPost's own software (RULES §3.2), of which two levels of alleys are all. */
export const vnpostProfile: ReleaseProfile = {
  name: 'VNPost',
  columns: [
    named('provinceCode', 'ProvinceId'),
    named('province', 'ProvinceName'),
    // No district since 1/7/2025.
    named('blank', 'DistrictId'),
    named('communeCode', 'Ward'),
    named('commune', 'WardName'),
    named('village', 'SubVillage'),
    named('road', 'StreetName'),
    named('number', 'HouseNumber'),
    named('lane', 'AlleyLV1'),
    named('alley', 'AlleyLV2'),
    named('name', 'NameBuilding'),
    named('plusCode', 'PlusCode'),
    named('ndas10', 'NdasCode'),
    named('vpostcode', 'VPostCode'),
    named('longitude', 'Longitude'),
    named('latitude', 'Latitude'),
    named('fullAddress', 'FullAddress'),
    named('note', 'Note'),
  ],
};

export const builtInProfiles: { readonly [I in BuiltInId]: ReleaseProfile } = {
  default: defaultProfile,
  vnpost: vnpostProfile,
};

export type ProfileProblem = 'heading-twice' | 'key-twice' | 'heading-empty' | 'nothing-in-it';

/** Why a profile cannot be used, or null. Headings are compared as the reader of files does: in NFC, trimmed. */
export function profileProblem(columns: readonly ProfileColumn[]): ProfileProblem | null {
  const headings = columns.map(({ heading }) => normalizeText(heading));
  if (headings.includes('')) return 'heading-empty';
  if (new Set(headings).size < headings.length) return 'heading-twice';
  const keys = columns.map(({ key }) => key).filter((key) => key !== 'blank');
  if (new Set(keys).size < keys.length) return 'key-twice';
  return keys.some((key) => key !== 'ordinal') ? null : 'nothing-in-it';
}

/** What of an address a profile tells: changes of anything else do not concern its recipient. */
export const toldKeys = ({ columns }: ReleaseProfile): readonly ReleaseKey[] =>
  columns.map(({ key }) => key).filter((key) => key !== 'ordinal' && key !== 'blank');

/** As a table's columns: known by what they hold, or by their heading where it is a field's name. */
export const writtenColumns = ({ columns }: ReleaseProfile): readonly Column[] =>
  columns.map(({ key, heading }, at) => {
    const column = usual.get(key);
    return {
      key: /^[A-Za-z]\w*$/.test(heading) ? heading : key === 'blank' ? `blank${at + 1}` : key,
      heading,
      type: column?.type ?? 'text',
      widthCharacters: Math.max(column?.widthCharacters ?? 12, Math.min(heading.length + 2, 30)),
    };
  });

export const meaningOf = (key: ProfileKey): string =>
  key === 'ordinal' ? ordinalMeaning : key === 'blank' ? blankMeaning : meanings[key];
