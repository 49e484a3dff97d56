/** Whether what a sign says still agrees with the records: numbers of a lane, of a house, names of places. */
import { isNamed, roadLabel } from '../addressing/roadName.ts';
import { splitClassWord } from '../addressing/roadClass.ts';
import type { Road } from '../records/road.ts';
import { remember } from '../records/remember.ts';
import type { Sign } from '../records/sign.ts';
import { villageOf, type World } from '../records/world.ts';
import { announcesCamera, capitals, says, wordsOf } from './faceText.ts';
import { saysNumber } from './platesOfHouses.ts';
import { proposedText, roadAbove } from './proposedText.ts';

export interface OutdatedText {
  /** What its faces should say, as many as it has; null where nothing can be said: it should come down. */
  readonly should: readonly string[] | null;
  /** The record it disagrees with. */
  readonly besideId: string | null;
}

/**
 * Null where it agrees, or where nothing is known of what it is about. Whether a sign names its road at all is another
 * question (waySigns.ts); here a lane's sign is wrong in its other lines only.
 */
export function outdatedText(world: World, sign: Sign): OutdatedText | null {
  switch (sign.signKind) {
    case 'road-name':
      return null;
    case 'lane-mouth':
      return ofLane(world, sign);
    case 'direction':
      return ofDirection(world, sign);
    case 'village-entrance': {
      const village = villageOf(world);
      const isRight = !village || says(sign.faces, village.name);
      return isRight ? null : { should: onAllFaces(sign, proposedText(world, sign)), besideId: null };
    }
    case 'house-plate':
      return ofPlate(world, sign);
  }
}

const onAllFaces = ({ faces }: Sign, text: string | null): readonly string[] | null =>
  text === null ? null : faces.map(() => text);

const numbersLine = /^SỐ /u;

/** "SỐ 1 → 23" and the road a lane counts from stand below its name. A sign without such a line promises nothing. */
function ofLane(world: World, sign: Sign): OutdatedText | null {
  const lane = sign.roadId === null ? undefined : world.road.get(sign.roadId);
  const text = lane && isNamed(lane) ? proposedText(world, sign) : null;
  if (!lane || text === null) return null;
  const numbers = text.split('\n').find((line) => numbersLine.test(line)) ?? null;
  const above = roadAbove(world, lane);
  const isWrong = sign.faces.some((face) =>
    face.split('\n').some((line, index) => {
      if (numbersLine.test(capitals(line))) return numbers === null || capitals(line) !== capitals(numbers);
      return index > 0 && above !== null && namesOtherRoad(world, line, above);
    }),
  );
  return isWrong ? { should: onAllFaces(sign, text), besideId: lane.id } : null;
}

/** A line "ĐƯỜNG …" that is not that road. */
function namesOtherRoad(world: World, line: string, road: Road): boolean {
  const { word } = splitClassWord(line);
  return word !== null && splitClassWord(roadLabel(world, road)).word !== null && !says([line], roadLabel(world, road));
}

/** The name between the arrows, which stay as they are. */
const betweenArrows = /^([\s←-⇿⬅-⬇⮕➔➜]*)([\s\S]*?)([\s←-⇿⬅-⬇⮕➔➜]*)$/u;

/** A direction sign tied to a road is a matter of the road's name; one tied to nothing must name something that is here. */
function ofDirection(world: World, sign: Sign): OutdatedText | null {
  const landmark = sign.landmarkId === null ? undefined : world.landmark.get(sign.landmarkId);
  if (landmark) {
    if (says(sign.faces, landmark.name)) return null;
    const name = capitals(landmark.name);
    const should = sign.faces.map((face) => {
      const [, before = '', , after = ''] = betweenArrows.exec(face) ?? [];
      return `${before}${name}${after}`;
    });
    return { should, besideId: landmark.id };
  }
  // What it says is true wherever a camera stands.
  if (sign.roadId !== null || announcesCamera(sign.faces)) return null;
  const faces = sign.faces.map(wordsOf);
  const isKnown = knownNames(world).some((name) => faces.some((face) => face.includes(name)));
  return isKnown ? null : { should: null, besideId: null };
}

/** The words of all that a sign may point to. */
const knownNames = remember(['landmark', 'house', 'road'], (world): readonly string[] =>
  [
    ...[...world.landmark.values()].map(({ name }) => name),
    ...[...world.house.values()].flatMap(({ name }) => name ?? []),
    ...[...world.road.values()].filter(isNamed).map((road) => roadLabel(world, road)),
  ].map(wordsOf),
);

function ofPlate(world: World, sign: Sign): OutdatedText | null {
  if (sign.houseId === null || !world.house.has(sign.houseId)) return null;
  const number = proposedText(world, sign);
  if (number !== null && saysNumber(sign, number)) return null;
  return { should: onAllFaces(sign, number), besideId: sign.houseId };
}
