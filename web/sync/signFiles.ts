/** Files of signs made by the server: the order, faces for the workshop, house plates. */
import type { OrderFormat } from '../../domain/formats/orderFormats.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { SignState } from '../../domain/records/sign.ts';
import { download, type Answer } from './api.ts';

export type PlateFormat = 'xlsx' | 'pdf';

const path = (villageId: Id): string => `/api/villages/${villageId}/signs`;

export const downloadOrder = (
  villageId: Id,
  format: OrderFormat,
  states: readonly SignState[],
): Promise<Answer<Blob>> => download('GET', `${path(villageId)}/order.${format}?states=${states.join(',')}`);

export const downloadPlates = (
  villageId: Id,
  format: PlateFormat,
  { numbers, withCode }: { readonly numbers: 'issued' | 'all'; readonly withCode: boolean },
): Promise<Answer<Blob>> =>
  download('GET', `${path(villageId)}/plates.${format}?numbers=${numbers}&code=${withCode ? 'yes' : 'no'}`);
