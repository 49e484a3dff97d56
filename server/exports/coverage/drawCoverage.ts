/** The map of what cameras see and lamps light, on paper: ground seen, ground lit, road seen, dark road, and the devices. */
import { viewOutline } from '../../../domain/coverage/cameras/viewOutline.ts';
import { coverageGroundOf } from '../../../domain/coverage/ground.ts';
import { litRadiusMeters } from '../../../domain/coverage/lamps/litRoad.ts';
import type { Stretch } from '../../../domain/coverage/stretches.ts';
import type { VillageCoverage } from '../../../domain/coverage/villageCoverage.ts';
import { mapMarks, onPaper, type MapMark, type MapWindow, type PaperPoint } from '../../../domain/formats/paperMap.ts';
import { lineBetween } from '../../../domain/geometry/lineBetween.ts';
import type { DeviceState } from '../../../domain/records/camera.ts';
import type { Id } from '../../../domain/records/fields.ts';
import type { World } from '../../../domain/records/world.ts';
import { drawMark, drawNorth, drawScale, paperColor } from '../signs/drawMap.ts';
import { symbolSpots } from './symbolSpots.ts';
import { ink, type Paper } from '../signs/paper.ts';

export const coverageColors = {
  view: '#12407a',
  lit: '#f3c53c',
  seen: '#2f6db5',
  dark: '#3d3546',
  camera: '#12407a',
  lamp: '#a06a00',
  landmark: '#3f3a33',
} as const;

/** Read at arm's length. */
const namesLook = { enlarged: 1.3, landmark: coverageColors.landmark };
/** Wide enough that no dash of a dark road is seen between the words of its name. */
const edgePoints = 3.4;

/** How strongly ground that is seen or lit is tinted. */
export const tint = { view: 0.22, lit: 0.3 } as const;
export const seenWidth = 1.1;
export const darkDash = { width: 0.9, length: 1.6 } as const;

export interface CoverageOnPage {
  readonly x: number;
  readonly y: number;
  readonly window: MapWindow;
  readonly coverage: VillageCoverage;
  /** Where cameras look and what they see; without it they are points. */
  readonly hasViews: boolean;
}

/** Every camera in the world is drawn: who must not be shown is taken out of it before. */
export function drawCoverage(paper: Paper, world: World, { x, y, window, coverage, hasViews }: CoverageOnPage): void {
  const { widthMillimeters: width, heightMillimeters: height, metersPerMillimeter } = window;
  const toPaper = onPaper(window);
  const marks = mapMarks(world, window, symbolSpots(world, window, hasViews), namesLook);
  const names = marks.findIndex(({ kind }) => kind === 'landmark' || kind === 'label');
  const [below, above] = names < 0 ? [marks, []] : [marks.slice(0, names), marks.slice(names)];
  paper.within(x, y, width, height, () => {
    paper.filledBox(0, 0, width, height, paperColor);
    for (const lamp of world.lamp.values()) {
      if (lamp.state !== 'existing') continue;
      paper.dot(toPaper(lamp.place), litRadiusMeters(lamp) / metersPerMillimeter, coverageColors.lit, tint.lit);
    }
    for (const mark of below) draw(paper, mark);
    if (hasViews) {
      drawViews(paper, world, toPaper, coverage);
      for (const stretches of stretchesOf(world, coverage.roads.day.byRoad)) {
        paper.polyline(stretches.map(toPaper), coverageColors.seen, seenWidth);
      }
    }
    for (const stretch of coverage.light.dark) {
      const { line } = world.road.get(stretch.roadId)!;
      const { coordinates } = lineBetween(line, stretch.fromMeters, stretch.toMeters);
      paper.dashes(coordinates.map(toPaper), coverageColors.dark, darkDash.width, darkDash.length);
    }
    for (const mark of above) draw(paper, mark);
    for (const lamp of world.lamp.values()) drawLamp(paper, toPaper(lamp.place), lamp.state);
    for (const camera of world.camera.values()) {
      drawCamera(paper, toPaper(camera.place), hasViews ? camera.facingDegrees : null, camera.state);
    }
    drawNorth(paper, width - 7, 4);
    drawScale(paper, window);
  });
  paper.box(x, y, width, height);
}

/** Landmarks are told from streetlights, which are dots here. */
const draw = (paper: Paper, mark: MapMark): void =>
  mark.kind === 'landmark' ? drawLandmark(paper, mark.at) : drawMark(paper, mark, edgePoints);

export function drawLandmark(paper: Paper, [x, y]: PaperPoint): void {
  const corners = (half: number): readonly PaperPoint[] => [
    [x, y - half],
    [x + half, y],
    [x, y + half],
    [x - half, y],
  ];
  paper.area(corners(1.75), '#ffffff');
  paper.area(corners(1.3), coverageColors.landmark);
}

function drawViews(
  paper: Paper,
  world: World,
  toPaper: ReturnType<typeof onPaper>,
  { cameras }: VillageCoverage,
): void {
  const { frame } = coverageGroundOf(world);
  for (const { view, reach } of cameras) {
    const ring = view ? viewOutline(view, reach.deadMeters) : [];
    if (ring.length < 3) continue;
    const points = ring.map((place) => toPaper(frame.toDegrees(place)));
    paper.area(points, coverageColors.view, tint.view);
    paper.polyline([...points, points[0]!], coverageColors.view, 0.15);
  }
}

const stretchesOf = (world: World, byRoad: ReadonlyMap<Id, readonly Stretch[]>) =>
  [...byRoad].flatMap(([roadId, stretches]) => {
    const { line } = world.road.get(roadId)!;
    return stretches.map(({ fromMeters, toMeters }) => lineBetween(line, fromMeters, toMeters).coordinates);
  });

/** A round lamp; hollow where it is planned, crossed where it is broken. */
export function drawLamp(paper: Paper, at: PaperPoint, state: DeviceState): void {
  paper.dot(at, 0.95, '#ffffff');
  paper.dot(at, 0.8, state === 'broken' ? ink.wrong : coverageColors.lamp);
  if (state === 'planned') paper.dot(at, 0.5, '#ffffff');
  if (state === 'broken') drawCross(paper, at, 0.8);
}

/** A square with a beak the way it looks, if that is told; hollow where it is planned, crossed where it is broken. */
export function drawCamera(paper: Paper, at: PaperPoint, facingDegrees: number | null, state: DeviceState): void {
  const turn = ((facingDegrees ?? 0) * Math.PI) / 180;
  const [ahead, aside] = [
    [Math.sin(turn), -Math.cos(turn)],
    [Math.cos(turn), Math.sin(turn)],
  ] as const;
  const put = (along: number, across: number): PaperPoint => [
    at[0] + ahead[0] * along + aside[0] * across,
    at[1] + ahead[1] * along + aside[1] * across,
  ];
  const body = (size: number) => [put(-size, -size), put(-size, size), put(size, size), put(size, -size)];
  const color = state === 'broken' ? ink.wrong : coverageColors.camera;
  paper.area(body(1.5), '#ffffff');
  if (facingDegrees !== null) paper.area([put(1, -0.5), put(2.7, -1.1), put(2.7, 1.1), put(1, 0.5)], color);
  paper.area(body(1.25), color);
  if (state === 'planned') paper.area(body(0.75), '#ffffff');
  if (state === 'broken') drawCross(paper, at, 1.25);
}

function drawCross(paper: Paper, [x, y]: PaperPoint, half: number): void {
  paper.line([x - half, y - half], [x + half, y + half], '#ffffff', 0.35);
  paper.line([x - half, y + half], [x + half, y - half], '#ffffff', 0.35);
}
