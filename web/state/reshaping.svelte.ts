/** A reshaping of roads that changes issued addresses, waiting for the decision under which it is done. */
import type { ReshapingInput } from '../../domain/edits/numberingReshape.ts';

let asked = $state.raw<ReshapingInput | null>(null);

export const reshaping = {
  get asked(): ReshapingInput | null {
    return asked;
  },
};

export const askForDecision = (wanted: ReshapingInput): void => {
  asked = wanted;
};
export const withdrawReshaping = (): void => {
  asked = null;
};
