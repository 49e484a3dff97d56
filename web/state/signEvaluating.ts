/** What the page needs to weigh signs while they are moved, as one piece that is fetched with the first plan. */
export { reevaluate, servedBySigns } from '../../domain/signs/reevaluate.ts';
export { signGroundOf, signProfileOf } from '../../domain/signs/villageSigns.ts';
