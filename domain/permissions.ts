/** Who may do what: role × edit kind, and what each role may see. Denied unless named here (DESIGN §5). */
import type { EditKind } from './edits/registry.ts';

export const roles = ['admin', 'officer', 'head', 'telecom', 'viewer'] as const;
/** admin: runs the system; officer: công an xã / công chức; head: trưởng thôn; telecom: VNPT; viewer: reads. */
export type Role = (typeof roles)[number];

const everyoneAtWork: readonly Role[] = ['admin', 'officer', 'head'];
const commune: readonly Role[] = ['admin', 'officer'];

const editors: { readonly [K in EditKind]: readonly Role[] } = {
  'village.create': ['admin'],
  'village.update': commune,
  'village.import': ['admin'],
  'road.draw': everyoneAtWork,
  'road.name': everyoneAtWork,
  'road.update': everyoneAtWork,
  'road.reshape': everyoneAtWork,
  'road.reverse': everyoneAtWork,
  'road.extend': everyoneAtWork,
  'road.split': everyoneAtWork,
  'road.merge': everyoneAtWork,
  'road.delete': everyoneAtWork,
  'road.import': everyoneAtWork,
  // Takes most of them away.
  'road.replace': commune,
  'house.draw': everyoneAtWork,
  'house.found': everyoneAtWork,
  'house.update': everyoneAtWork,
  'house.move': everyoneAtWork,
  'house.reshape': everyoneAtWork,
  'house.splitRow': everyoneAtWork,
  'house.merge': everyoneAtWork,
  'house.delete': everyoneAtWork,
  'house.import': everyoneAtWork,
  // Takes most of them away.
  'house.replace': commune,
  'household.add': everyoneAtWork,
  'household.update': everyoneAtWork,
  'household.delete': everyoneAtWork,
  'household.import': everyoneAtWork,
  // Takes most of a list away.
  'household.replace': commune,
  'household.assign': everyoneAtWork,
  'household.erase': commune,
  'sign.add': everyoneAtWork,
  'sign.update': everyoneAtWork,
  'sign.delete': everyoneAtWork,
  'sign.addMany': everyoneAtWork,
  'sign.setState': everyoneAtWork,
  'camera.add': everyoneAtWork,
  'camera.update': everyoneAtWork,
  'camera.delete': everyoneAtWork,
  'camera.addMany': everyoneAtWork,
  'lamp.add': everyoneAtWork,
  'lamp.update': everyoneAtWork,
  'lamp.delete': everyoneAtWork,
  'lamp.addMany': everyoneAtWork,
  'landmark.add': everyoneAtWork,
  'landmark.update': everyoneAtWork,
  'landmark.delete': everyoneAtWork,
  'candidates.import': everyoneAtWork,
  'candidates.accept': everyoneAtWork,
  'candidates.reject': everyoneAtWork,
  'candidates.reopen': everyoneAtWork,
  'records.update': everyoneAtWork,
  'records.delete': everyoneAtWork,
  'records.import': everyoneAtWork,
  // Takes most of them away.
  'records.replace': commune,
  'numbering.apply': everyoneAtWork,
  'numbering.renumber': commune,
  'numbering.reshape': commune,
  'number.set': everyoneAtWork,
  'number.release': everyoneAtWork,
  'address.issue': commune,
  'address.retire': commune,
  'externalCode.record': commune,
  'externalCode.delete': commune,
  'answer.import': commune,
  'exception.accept': everyoneAtWork,
  'exception.withdraw': everyoneAtWork,
  // Also needs the right to the edit it undoes.
  'change.revert': everyoneAtWork,
};

export const editKinds = Object.keys(editors) as readonly EditKind[];

export const mayEdit = (role: Role | null, kind: EditKind): boolean =>
  role !== null && (editors[kind]?.includes(role) ?? false);

/** Households and their heads' names and phones (RULES §6). */
export const maySeePersons = (role: Role | null): boolean => role !== null && everyoneAtWork.includes(role);

/** Files with lists and shapes, to be looked at; what is taken of them is an edit with its own permission. */
export const mayImport = (role: Role | null): boolean => role !== null && everyoneAtWork.includes(role);

/** Cameras of households: private property, not for the telecom or readers (RULES §6.5). */
export const maySeeHouseholdCameras = (role: Role | null): boolean => role !== null && everyoneAtWork.includes(role);

/** Who was shown cameras of households (RULES §6.6). */
export const mayReadPrivateReads = (role: Role | null): boolean => role !== null && commune.includes(role);

/** What persons ask for of what is held of them, and until when it is kept (RULES §6.8, §6.9). */
export const mayAnswerPersons = (role: Role | null): boolean => role !== null && commune.includes(role);

/** The list with names and phones, for a stated purpose, recorded. */
export const mayExportPersons = (role: Role | null): boolean => role !== null && commune.includes(role);

/** A release to the telecom: the commune hands it over. */
export const mayMakeReleases = (role: Role | null): boolean => role !== null && commune.includes(role);

/** The files of releases: for those who make them and the one they are made for; the others see the list of them. */
export const mayTakeReleases = (role: Role | null): boolean => mayMakeReleases(role) || role === 'telecom';
