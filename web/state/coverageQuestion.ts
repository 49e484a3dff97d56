/** What is asked of the worker of coverage, and what comes back. */
import type { KnownBands } from '../../domain/coverage/cameras/shownBands.ts';
import type { CoverageAsked, VillageCoverage } from '../../domain/coverage/villageCoverage.ts';
import type { CameraCandidate, Candidate } from '../../domain/coverage/whereNext/candidates.ts';
import type { NextCamerasAsked, NextDevices } from '../../domain/coverage/whereNext/nextCameras.ts';
import type { NextLampsAsked } from '../../domain/coverage/whereNext/nextLamps.ts';
import type { Id } from '../../domain/records/fields.ts';

export type CoverageQuestion =
  | { readonly kind: 'report'; readonly asked: CoverageAsked }
  | { readonly kind: 'cameras'; readonly asked: NextCamerasAsked }
  | { readonly kind: 'lamps'; readonly asked: NextLampsAsked };

export type CoverageFound =
  | CoverageReported
  | { readonly kind: 'cameras'; readonly next: NextDevices<CameraCandidate> }
  | { readonly kind: 'lamps'; readonly next: NextDevices<Candidate> };

export interface CoverageReported {
  readonly kind: 'report';
  readonly report: VillageCoverage;
  /** By camera: its view as areas where the public goes, by day and by night. */
  readonly bands: ReadonlyMap<Id, KnownBands>;
}
