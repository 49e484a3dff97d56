/** What a name or other short text may hold: something to read, no control characters, no markup, no formula. */
import type { NumberingProfile } from '../records/numberingProfile.ts';
import type { AnyRecord } from '../records/record.ts';
import { refuse, type Refusal } from './refusal.ts';

// Control and format characters: C0, C1, bidi overrides, zero-width and line separators, lone surrogates.
const control = /[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\uffff]|\p{Cs}/u;
// A spreadsheet would run these (OWASP ASVS 5.0.0, 1.2.10), also in their full-width forms.
const formula = /^['"\s]*[=+\-@|＝＋－＠]/u;

export function textRefusal(item: AnyRecord): Refusal | undefined {
  for (const [field, value] of textsOf(item)) {
    for (const line of field === 'faces' ? value.split('\n') : [value]) {
      const problem = textProblem(line);
      if (problem) return refuse(problem, [item.id], { field });
    }
  }
  return undefined;
}

/** Of one line. */
export function textProblem(line: string) {
  if (control.test(line)) return 'text-control-character';
  if (line.trim() === '') return 'text-empty';
  if (/[<>]/.test(line)) return 'text-markup';
  return formula.test(line) ? 'text-formula' : null;
}

const reasonOf = ({ direction }: NumberingProfile): string | null =>
  direction && 'reason' in direction ? direction.reason : null;

function textsOf(item: AnyRecord): readonly (readonly [field: string, value: string])[] {
  const texts: [string, string | null][] = [];
  if ('name' in item) texts.push(['name', item.name]);
  switch (item.kind) {
    case 'village':
      for (const unit of [...item.currentUnits, ...item.formerUnits]) texts.push(['units', unit.name]);
      texts.push(['directionReason', reasonOf(item.numberingProfile)]);
      texts.push(['targets', item.targets.criterion3?.responsible ?? null]);
      break;
    case 'road':
      texts.push(['directionReason', item.directionReason]);
      break;
    case 'candidate':
      texts.push(['source', item.source]);
      break;
    case 'house':
      if (item.parcel) texts.push(['parcel', item.parcel.sheet], ['parcel', item.parcel.plot]);
      break;
    case 'household':
      texts.push(['headName', item.headName]);
      for (const answer of Object.values(item.surveyAnswers)) texts.push(['surveyAnswers', answer]);
      break;
    case 'sign':
      for (const face of item.faces) texts.push(['faces', face]);
      texts.push(['stateNote', item.stateNote]);
      break;
    case 'camera':
      texts.push(['model', item.model], ['pole', item.pole]);
      break;
    case 'lamp':
      texts.push(['pole', item.pole]);
      break;
    case 'decision':
      texts.push(['number', item.number], ['signatory', item.signatory], ['scope', item.scope]);
      break;
    case 'exception':
      texts.push(['reason', item.reason]);
      break;
    case 'platformAnswer':
      texts.push(['reason', item.reason], ['address', item.address]);
      break;
    case 'externalCode':
      texts.push(['value', item.value], ['issuedBy', item.issuedBy]);
      break;
    default:
      break;
  }
  return texts.filter((entry): entry is [string, string] => entry[1] !== null);
}
