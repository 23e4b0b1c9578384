import type { Sighting } from '../../src/verify/face-watch.ts';
import type { Point } from '../../src/vision/geometry.ts';

type Solid = readonly [x: number, y: number, z: number];

// A head of 68 points in eye distances, z towards the camera: roughly the means of adult faces.
const jaw: Solid[] = Array.from({ length: 17 }, (_, at) => {
  const angle = Math.PI * (at / 16);
  return [-1.15 * Math.cos(angle), 0.1 + 1.5 * Math.sin(angle), -0.9 + 0.8 * Math.sin(angle)];
});
const brow = (side: number): Solid[] =>
  Array.from({ length: 5 }, (_, at) => [
    side * (0.85 - 0.15 * at),
    -0.35 - 0.05 * (at % 3),
    0.02 + 0.03 * at,
  ]);
const nose: Solid[] = [
  ...[0, 0.2, 0.4, 0.55].map((y, at): Solid => [0, y - 0.05, 0.15 + 0.08 * at]),
  ...[-0.25, -0.12, 0, 0.12, 0.25].map((x): Solid => [x, 0.62, 0.32 - Math.abs(x) / 2]),
];

/** An eye of given opening (height over width); six points as the landmark network orders them. */
const eye = (centre: number, opening: number): Solid[] => {
  const lid = 0.22 * opening;
  const x = [-0.22, -0.08, 0.08, 0.22, 0.08, -0.08];
  const y = [0, -lid, -lid, 0, lid, lid];
  return x.map((dx, at) => [centre + dx, y[at]!, 0]);
};
const mouth = (open: number): Solid[] => [
  ...Array.from({ length: 12 }, (_, at): Solid => {
    const angle = Math.PI * (1 + at / 6);
    return [0.4 * Math.cos(angle), 1.05 + (0.12 + open / 2) * Math.sin(angle), 0.1];
  }),
  ...Array.from({ length: 8 }, (_, at): Solid => {
    const angle = Math.PI * (1 + at / 4);
    return [0.3 * Math.cos(angle), 1.05 + (0.02 + open / 2) * Math.sin(angle), 0.1];
  }),
];

/** What the head does at one moment. */
export type HeadMoment = {
  /** Turned to the side and up, radians. */
  readonly yaw?: number;
  readonly pitch?: number;
  /** 1 open, 0 closed. */
  readonly lids?: number;
  /** Mouth opening in eye distances. */
  readonly mouth?: number;
  /** A photo of the head instead: the points lie on a sheet that is turned. */
  readonly isFlat?: boolean;
};

const eyeDistancePixels = 120;
/** About half a metre from a phone. */
const cameraDistance = 8;

/** The head's landmarks as a pinhole camera sees them, with seeded reading noise. */
export function sightHead(moment: HeadMoment, frameIndex: number, noise: () => number): Sighting {
  const { yaw = 0, pitch = 0, lids = 1, isFlat = false } = moment;
  const opening = 0.32 * Math.max(0.1, lids);
  const head = [
    ...jaw,
    ...brow(-1),
    ...brow(1).reverse(),
    ...nose,
    ...eye(-0.5, opening),
    ...eye(0.5, opening),
  ];
  const landmarks = [...head, ...mouth(moment.mouth ?? 0)].map(([x, y, z]): Point => {
    const depth = isFlat ? 0 : z;
    const turnedX = x * Math.cos(yaw) + depth * Math.sin(yaw);
    const behind = -x * Math.sin(yaw) + depth * Math.cos(yaw);
    const turnedY = y * Math.cos(pitch) - behind * Math.sin(pitch);
    const near = cameraDistance - (y * Math.sin(pitch) + behind * Math.cos(pitch));
    const scale = (eyeDistancePixels * cameraDistance) / near;
    return { x: 240 + scale * turnedX + noise(), y: 300 + scale * turnedY + noise() };
  });
  const closed = lids < 0.5 ? 0.95 : 0.02;
  const box = { left: 80, top: 120, right: 400, bottom: 500 };
  return {
    frameIndex,
    timestampMs: (frameIndex * 1000) / 12,
    landmarks,
    box,
    eyesClosed: { left: closed, right: closed },
  };
}
