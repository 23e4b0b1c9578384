import { makeHuman } from '../../../bench/human-package.ts';
import type { Picture } from '../../support/video-encoder.ts';

/** A point of a face: pixels to the right and down, and towards the camera in the same unit. */
export type MeshPoint = readonly [x: number, y: number, z: number];

/** Meshes of 468 points by a network that this project does not use, and whose depths its judge and its lab know nothing of. */
export type FaceMeshes = {
  /** Corners of the triangles between the points, three for each. */
  readonly triangles: readonly number[];
  /** Null where no face is found. */
  meshOf(picture: Picture): Promise<readonly MeshPoint[] | null>;
};

const off = { enabled: false };

/** Needs the bench's rivals (`npm run bench -- level4` installs them). */
export async function openFaceMeshes(): Promise<FaceMeshes> {
  const human = await makeHuman({
    ...{ enabled: true, detector: { skipFrames: 3, skipTime: Number.MAX_SAFE_INTEGER } },
    ...{ mesh: { enabled: true }, attention: off, iris: off, emotion: off, description: off },
    ...{ antispoof: off, liveness: off },
  });
  await human.load();
  return {
    triangles: Array.from<number>(human.faceTriangulation),
    meshOf: async ({ data, width, height }) => {
      const tensor = human.tf.tensor(Float32Array.from(data), [1, height, width, 3], 'float32');
      const { face } = await human.detect(tensor);
      human.tf.dispose(tensor);
      const mesh = face[0]?.mesh as readonly MeshPoint[] | undefined;
      return mesh && mesh.length >= 468 ? deepened(mesh) : null;
    },
  };
}

const [nose, leftEar, rightEar] = [1, 234, 454];
/** How far the points before the ears lie behind the nose's tip, in the breadth between them: as in the canonical face that the network was trained with. */
const canonicalDepth = 0.65;

/** The package leaves depths in the unit of the network's input; they are brought to the unit of the other two. */
function deepened(mesh: readonly MeshPoint[]): readonly MeshPoint[] {
  const [tip, left, right] = [mesh[nose]!, mesh[leftEar]!, mesh[rightEar]!];
  const breadth = Math.hypot(right[0] - left[0], right[1] - left[1], right[2] - left[2]);
  const scale = (canonicalDepth * breadth) / Math.max(1, (left[2] + right[2]) / 2 - tip[2]);
  return mesh.map(([x, y, z]) => [x, y, -z * scale]);
}
