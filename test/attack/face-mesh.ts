import type { Landmarks } from '../../src/vision/face-landmarks.ts';
import { meanPoint, type Point } from '../../src/vision/geometry.ts';
import type { Picture } from '../support/video-encoder.ts';
import { drawMesh } from './draw-mesh.ts';
import type { FaceMoment } from './face-moment.ts';
import { copyOf } from './fit-picture.ts';
import type { PosedPicture } from './posed-clip.ts';
import { type Triangle, triangulate } from './triangles.ts';

/** Triangles over a face and what is round it, and which of them lie between the lips. */
export type FaceMesh = { readonly skin: readonly Triangle[]; readonly hollow: readonly Triangle[] };

/** The mesh of a face; it fits the same face in other pictures too. */
export function meshOver(posed: PosedPicture): FaceMesh {
  const triangles = triangulate(pointsOf(posed));
  const isBetweenLips = (triangle: Triangle) => triangle.every((corner) => corner >= 60 && corner < 68);
  return {
    skin: triangles.filter((triangle) => !isBetweenLips(triangle)),
    hollow: triangles.filter(isBetweenLips),
  };
}

/**
 * SIMULATED: a face brought to do something by warping a mesh over it (68 points, a ring round the head, the frame's rim):
 * lids and lips are drawn together or apart, and the points turn as if they stood on a head. What an app on a phone does
 * with a still photo; the darkened skin between the lips stands for the inside of the mouth.
 */
export function warpFace(posed: PosedPicture, { skin, hollow }: FaceMesh, moment: FaceMoment): PosedPicture {
  const { picture } = posed;
  const points = pointsOf(posed);
  const eyes = eyeDistanceOf(posed.landmarks);
  const places = points.map((point, at) => movedPoint(posed.landmarks, at, point, moment, eyes));
  const into = copyOf(picture);
  drawMesh({ picture, points }, into, places, skin);
  drawMesh({ picture: darkened(picture, moment.mouth), points }, into, places, hollow);
  return { picture: into, landmarks: places.slice(0, 68) };
}

function pointsOf({ picture, landmarks }: PosedPicture): readonly Point[] {
  return [...landmarks, ...ringRound(landmarks), ...rimOf(picture)];
}

/** The wider lips part, the darker it is between them. */
function darkened(picture: Picture, mouth: number): Picture {
  if (mouth === 0) return picture;
  const share = Math.max(0, 1 - 0.8 * mouth);
  return { ...picture, data: picture.data.map((value) => value * share) };
}

/** Twelve points round the head that turn with it half-way, so that hair and neck are not torn. */
function ringRound(landmarks: Landmarks): readonly Point[] {
  const centre = meanPoint(landmarks);
  const eyes = eyeDistanceOf(landmarks);
  return Array.from({ length: 12 }, (_, at) => {
    const angle = (at * Math.PI) / 6;
    return {
      x: centre.x + 1.9 * eyes * Math.cos(angle),
      y: centre.y - 0.2 * eyes + 2.3 * eyes * Math.sin(angle),
    };
  });
}

function rimOf({ width, height }: Picture): readonly Point[] {
  const xs = [0, width / 2, width - 1.01];
  const ys = [0, height / 2, height - 1.01];
  return xs.flatMap((x) => ys.map((y) => ({ x, y }))).filter(({ x, y }) => x !== xs[1] || y !== ys[1]);
}

export function eyeDistanceOf(landmarks: Landmarks): number {
  const [first, second] = [meanPoint(landmarks.slice(36, 42)), meanPoint(landmarks.slice(42, 48))];
  return Math.hypot(second.x - first.x, second.y - first.y);
}

function movedPoint(face: Landmarks, at: number, point: Point, moment: FaceMoment, eyes: number): Point {
  if (at >= 80) return point;
  const bent = mouthed(face, at, lidded(face, at, point, moment.blink), moment.mouth, eyes);
  return turned(face, at, bent, moment, eyes);
}

/** Upper lids, and which point of the lower lid each falls onto. */
const lowerLidUnder: Readonly<Record<number, number>> = { 37: 41, 38: 40, 43: 47, 44: 46 };

function lidded(face: readonly Point[], at: number, point: Point, blink: number): Point {
  const under = lowerLidUnder[at];
  if (under === undefined) return point;
  const lower = face[under]!;
  return { x: point.x + 0.9 * blink * (lower.x - point.x), y: point.y + 0.9 * blink * (lower.y - point.y) };
}

/** Lower lips and chin go down, upper lips a little up. */
function mouthed(face: readonly Point[], at: number, point: Point, mouth: number, eyes: number): Point {
  const drop = mouth * 0.38 * eyes;
  if (at === 33 || at < 4 || (at > 12 && at < 48) || at >= 68) return point;
  if (at <= 12) return { x: point.x, y: point.y + drop * 0.8 * (1 - Math.abs(at - 8) / 6) };
  const [left, right] = [face[48]!, face[54]!];
  const along = Math.max(0, Math.min(1, (point.x - left.x) / (right.x - left.x)));
  const middle = Math.sin(Math.PI * along);
  const isLower = (at >= 55 && at <= 59) || at >= 65;
  return { x: point.x, y: point.y + middle * (isLower ? drop : -0.12 * drop) };
}

/** How far towards the camera each point stands, in eye distances: jaw behind, nose before (roughly an adult's head). */
function depthOf(at: number): number {
  if (at <= 16) return -0.9 + 0.8 * Math.sin((Math.PI * at) / 16);
  if (at <= 26) return 0.05;
  if (at <= 30) return 0.1 + 0.12 * (at - 27);
  if (at <= 35) return 0.32 - 0.08 * Math.abs(at - 33);
  if (at <= 47) return 0;
  return at < 68 ? 0.12 : -0.6;
}

function turned(face: readonly Point[], at: number, point: Point, moment: FaceMoment, eyes: number): Point {
  if (moment.yaw === 0 && moment.pitch === 0) return point;
  const pivot = meanPoint(face);
  // The neck's axis lies well behind the face.
  const depth = depthOf(at) + 0.9;
  const hold = at >= 68 ? 0.5 : 1;
  const [x, y] = [(point.x - pivot.x) / eyes, (point.y - pivot.y) / eyes];
  const dx = x * (Math.cos(moment.yaw) - 1) + depth * Math.sin(moment.yaw);
  const dy = y * (Math.cos(moment.pitch) - 1) + depth * Math.sin(moment.pitch);
  return { x: point.x + hold * dx * eyes, y: point.y + hold * dy * eyes };
}

/** A still photo with a mesh over its face. */
export function meshFace(picture: Picture, landmarks: Landmarks): { pose(moment: FaceMoment): PosedPicture } {
  const subject = { picture, landmarks };
  const mesh = meshOver(subject);
  return { pose: (moment) => warpFace(subject, mesh, moment) };
}
