/** An address issued or withdrawn after the list was last handed over: what the telecom holds is out of date. */
import { readingOf } from '../addressing/reading.ts';
import { changedSince } from '../coverage/changedSince.ts';
import { defineCheck, type Found } from './check.ts';

/**
 * Goes by the latest list that was handed out (the record of exports); where there is none it tells nothing, since
 * nobody holds a list that could be out of date. The server does not load that record when it judges an edit: there
 * it tells nothing either, and no exception can be accepted for it.
 */
export const changedSinceRelease = defineCheck({
  id: 'changed-since-release',
  severity: 'notice',
  kinds: ['address', 'road'],
  needsContext: true,
  look: (world, { lastRelease }) =>
    changedSince(world, lastRelease).map((address): Found => ({
      recordIds: [address.houseId],
      params: { number: readingOf(world, address), state: address.state },
    })),
});
