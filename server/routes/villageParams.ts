/** What the addresses of village routes are made of. */
import Type from 'typebox';
import { Id, record } from '../../domain/records/fields.ts';

export const VillageParams = record({ villageId: Id });

/** A sequence in a query string: digits only, exact as a number. */
export const SequenceText = Type.String({ pattern: '^\\d{1,15}$' });
