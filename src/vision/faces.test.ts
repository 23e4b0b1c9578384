import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import sharp from 'sharp';
import { emptyPhoto, groupPhoto, type PortraitName, portraitPhoto } from '../../test/support/face-photos.ts';
import { alignFace, fivePointsOf, mirrorFace } from './face-align.ts';
import type { FoundFace } from './face-detect.ts';
import { averageEmbeddings, cosineOf } from './face-embed.ts';
import { boxOfLandmarks, type Landmarks } from './face-landmarks.ts';
import { squareInside } from './face-spoof.ts';
import { loadVision, type Vision } from './faces.ts';
import { heightOf, overlapOf, squareOnHeight } from './geometry.ts';
import { decodePhoto, type RgbImage, turnImage } from './image.ts';

let vision: Vision;

before(async () => {
  vision = await loadVision();
});

type Seen = { readonly image: RgbImage; readonly face: FoundFace; readonly landmarks: Landmarks };

async function decode(bytes: Uint8Array): Promise<RgbImage> {
  const photo = await decodePhoto(bytes);
  assert.ok(photo.ok);
  return photo.image;
}

async function see(image: RgbImage): Promise<Seen> {
  const [face] = await vision.detector.predict(image);
  assert.ok(face, 'no face was found');
  return { image, face, landmarks: await vision.landmarker.predict(image, face) };
}

async function seePerson(name: PortraitName): Promise<Seen> {
  return see(await decode(await portraitPhoto(name)));
}

describe('finding faces', () => {
  test('each of four people in a row is found once', async () => {
    const faces = await vision.detector.predict(await decode(groupPhoto(6)));
    assert.equal(faces.length, 4);
    for (const face of faces) assert.ok(face.score > 0.9 && heightOf(face) > 150);
  });

  test('an empty wall has no face', async () => {
    assert.deepEqual(
      await vision.detector.predict(await decode(await emptyPhoto()), { retryPadded: true }),
      [],
    );
  });

  test('a photo cut so tight that only the face is left is found with a border around it', async () => {
    const { image, face } = await seePerson('berta');
    const part = squareOnHeight(face, 0.8);
    const tight = await sharp(image.data, { raw: { width: image.width, height: image.height, channels: 3 } })
      .extract({
        left: Math.round(part.left),
        top: Math.round(part.top),
        width: Math.round(part.right - part.left),
        height: Math.round(part.bottom - part.top),
      })
      .png()
      .toBuffer();
    const found = await vision.detector.predict(await decode(tight), { retryPadded: true });
    assert.ok(found.length > 0);
  });

  test('wide and tall pictures are not stretched: the box keeps its shape', async () => {
    const { image, face } = await seePerson('anna');
    const wide = await sharp(image.data, { raw: { width: image.width, height: image.height, channels: 3 } })
      .extend({ left: 300, right: 300, background: '#888' })
      .png()
      .toBuffer();
    const { face: again } = await see(await decode(wide));
    const moved = { ...again, left: again.left - 300, right: again.right - 300 };
    assert.ok(overlapOf(face, moved) > 0.75, `${overlapOf(face, moved)}`);
  });
});

describe('landmarks', () => {
  test('eyes stand above the nose, the nose above the mouth, left is left', async () => {
    const { landmarks } = await seePerson('berta');
    assert.equal(landmarks.length, 68);
    const [leftEye, rightEye, nose, leftMouth, rightMouth] = fivePointsOf(landmarks);
    assert.ok(leftEye!.x < rightEye!.x && leftMouth!.x < rightMouth!.x);
    assert.ok(Math.max(leftEye!.y, rightEye!.y) < nose!.y && nose!.y < Math.min(leftMouth!.y, rightMouth!.y));
  });

  test('the box made of landmarks carries the face to the next frame', async () => {
    const { image, face, landmarks } = await seePerson('berta');
    const followed = boxOfLandmarks(await vision.landmarker.predict(image, boxOfLandmarks(landmarks)));
    assert.ok(overlapOf(squareOnHeight(face), followed) > 0.75);
  });
});

describe('whose face it is', () => {
  async function embed(name: PortraitName) {
    const { image, landmarks } = await seePerson(name);
    return vision.embedder.predict(alignFace(image, landmarks));
  }

  test('two photos of one person are alike, of two people they are not', async () => {
    const [anna, again, berta, clara] = await Promise.all(
      (['anna', 'annaAgain', 'berta', 'clara'] as const).map(embed),
    );
    assert.ok(cosineOf(anna!, again!) > 0.6, `${cosineOf(anna!, again!)}`);
    for (const other of [berta, clara]) assert.ok(cosineOf(anna!, other!) < 0.3);
  });

  test('an embedding has length one, and a second run gives the very same', async () => {
    const [first, second] = [await embed('clara'), await embed('clara')];
    assert.ok(Math.abs(cosineOf(first, first) - 1) < 1e-5);
    assert.deepEqual(first, second);
  });

  test('calls that overlap do not mix their pictures', async () => {
    const alone = [await embed('anna'), await embed('berta')];
    const together = await Promise.all([embed('anna'), embed('berta')]);
    assert.deepEqual(together, alone);
  });

  test('a mirror does not change who it is, nor does averaging with it', async () => {
    const { image, landmarks } = await seePerson('anna');
    const aligned = alignFace(image, landmarks);
    const plain = await vision.embedder.predict(aligned);
    const mirrored = await vision.embedder.predict(mirrorFace(aligned));
    assert.ok(cosineOf(plain, mirrored) > 0.85);
    assert.ok(cosineOf(plain, averageEmbeddings([plain, mirrored])) > 0.95);
    assert.deepEqual(mirrorFace(mirrorFace(aligned)), aligned);
  });

  test('a face upside down is described weakly, which is how it is noticed', async () => {
    const { image } = await seePerson('berta');
    const strengthOf = async ({ image, landmarks }: Seen) =>
      (await vision.embedder.describe(alignFace(image, landmarks))).strength;
    const upright = await strengthOf(await see(image));
    assert.ok(upright > 3 && (await strengthOf(await see(turnImage(image, 180)))) < 0.8 * upright);
  });

  test('embeddings of unlike lengths are not compared', () => {
    assert.throws(() => cosineOf(new Float32Array(4), new Float32Array(8)), /different models/);
    assert.throws(() => averageEmbeddings([]), /no embedding/);
  });
});

describe('live face or copy', () => {
  test('probabilities stay between 0 and 1, and depend on the colour order being right', async () => {
    const { image, face } = await seePerson('annaAgain');
    const live = await vision.spoofDetector.predict(image, face, 1.3);
    assert.ok(live > 0.9 && live <= 1, `${live}`);
  });

  test('the crop is moved and shrunk into the image instead of showing black edges', () => {
    const image: RgbImage = { data: new Uint8Array(0), width: 100, height: 200 };
    const moved = squareInside(image, { left: 60, top: 0, right: 100, bottom: 60 }, 1.5);
    assert.deepEqual(moved, { left: 10, top: 0, right: 100, bottom: 90 });
    const shrunk = squareInside(image, { left: 0, top: 0, right: 80, bottom: 100 }, 2.7);
    assert.deepEqual([shrunk.left, shrunk.right], [0, 100]);
  });
});

describe('pose', () => {
  test('a head leaning to one side is told from one leaning to the other', async () => {
    const { image, face } = await seePerson('annaAgain');
    const pose = await vision.poseEstimator.predict(image, face);
    const mirrored = await sharp(image.data, {
      raw: { width: image.width, height: image.height, channels: 3 },
    })
      .flop()
      .png()
      .toBuffer();
    const other = await see(await decode(mirrored));
    const otherPose = await vision.poseEstimator.predict(other.image, other.face);
    assert.ok(pose.rollDegrees > 15, `${pose.rollDegrees}`);
    assert.ok(otherPose.rollDegrees < -15, `${otherPose.rollDegrees}`);
  });

  test('the nose to the left of the picture is a positive yaw', async () => {
    const image = await decode(groupPhoto(2));
    const faces = await vision.detector.predict(image);
    const inProfile = faces.find((face) => face.left < 450);
    assert.ok(inProfile);
    assert.ok((await vision.poseEstimator.predict(image, inProfile)).yawDegrees > 45);
  });
});

describe('eyes', () => {
  test('open eyes are open, cast down ones count as closed', async () => {
    const open = await seePerson('anna');
    const eyes = await vision.eyeReader.predict(open.image, open.landmarks);
    assert.ok(eyes.left < 0.2 && eyes.right < 0.2, JSON.stringify(eyes));

    const image = await decode(groupPhoto(1));
    const lowered = (await vision.detector.predict(image)).find((face) => face.left > 600 && face.left < 800);
    assert.ok(lowered);
    const closed = await vision.eyeReader.predict(image, await vision.landmarker.predict(image, lowered));
    assert.ok(closed.left > 0.9 && closed.right > 0.9, JSON.stringify(closed));
  });
});
