/** What the signs on the map of cameras and lamps mean, each drawn as on the map. */
import { mapColors } from '../../../domain/formats/paperMap.ts';
import { groupedNumber } from '../../../domain/formats/vietnameseFigures.ts';
import { ink, type Paper } from '../signs/paper.ts';
import { coverageColors, darkDash, drawCamera, drawLamp, drawLandmark, seenWidth, tint } from './drawCoverage.ts';

const leastRowMillimeters = 5.5;
const betweenMillimeters = 1.8;

type LegendRow = readonly [words: string, draw: (middle: number) => void];

export function drawLegend(
  paper: Paper,
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
  { hasViews, darkMeters }: { readonly hasViews: boolean; readonly darkMeters: number },
): void {
  const first = paper.text('Chú giải', x, y, { size: 12, weight: 'semiBold', width }) + 2;
  const road = (middle: number) => {
    paper.polyline(
      [
        [x, middle],
        [x + 14, middle],
      ],
      '#a49c8a',
      2.4,
    );
    paper.polyline(
      [
        [x, middle],
        [x + 14, middle],
      ],
      '#ffffff',
      2,
    );
  };
  const views: readonly LegendRow[] = [
    [
      'Vùng camera nhìn thấy, đã trừ chỗ bị nhà che',
      (middle) => {
        const cone = [
          [x + 1, middle],
          [x + 13, middle - 2.6],
          [x + 13, middle + 2.6],
        ] as const;
        paper.area(cone, coverageColors.view, tint.view);
        paper.polyline([...cone, cone[0]], coverageColors.view, 0.15);
      },
    ],
    [
      'Đoạn đường camera nhìn thấy',
      (middle) => {
        road(middle);
        paper.polyline(
          [
            [x, middle],
            [x + 14, middle],
          ],
          coverageColors.seen,
          seenWidth,
        );
      },
    ],
    ['Đoạn đường chưa có camera nào nhìn thấy', road],
  ];
  const facing = hasViews ? 90 : null;
  const inUse = hasViews ? 'Camera đang dùng, mũi chỉ hướng nhìn' : 'Camera đang dùng';
  const rows: readonly LegendRow[] = [
    [inUse, (middle) => drawCamera(paper, [x + 6, middle], facing, 'existing')],
    [
      'Camera dự kiến; camera hỏng',
      (middle) => {
        drawCamera(paper, [x + 3, middle], facing, 'planned');
        drawCamera(paper, [x + 10, middle], facing, 'broken');
      },
    ],
    ...(hasViews ? views : [['Đường, ngõ', road] as const]),
    [
      'Đèn đang sáng và vùng được chiếu sáng',
      (middle) => {
        paper.dot([x + 7, middle], 3, coverageColors.lit, tint.lit);
        drawLamp(paper, [x + 7, middle], 'existing');
      },
    ],
    [
      'Đèn dự kiến; đèn hỏng',
      (middle) => {
        drawLamp(paper, [x + 3.5, middle], 'planned');
        drawLamp(paper, [x + 10.5, middle], 'broken');
      },
    ],
    [
      `Đoạn tối dài hơn ${groupedNumber(darkMeters)} m`,
      (middle) => {
        road(middle);
        paper.dashes(
          [
            [x, middle],
            [x + 14, middle],
          ],
          coverageColors.dark,
          darkDash.width,
          darkDash.length,
        );
      },
    ],
    [
      'Địa điểm; nhà',
      (middle) => {
        drawLandmark(paper, [x + 3.5, middle]);
        paper.filledBox(x + 9, middle - 1.5, 3, 3, mapColors.house);
      },
    ],
  ];
  let top = first;
  for (const [words, draw] of rows) {
    const style = { size: 10, color: ink.strong, width: width - 18 } as const;
    const text = paper.textHeight(words, style);
    const tall = Math.max(leastRowMillimeters, text);
    draw(top + tall / 2);
    paper.text(words, x + 18, top + (tall - text) / 2, style);
    top += tall + betweenMillimeters;
  }
}
