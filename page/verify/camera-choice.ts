import type { CameraSubject } from './camera.ts';

/** Which of several cameras to take: by what the system calls them, and by what they show. */

/** As `enumerateDevices` has it once the customer has allowed one camera: before that the names are empty. */
export type ListedCamera = Pick<MediaDeviceInfo, 'deviceId' | 'label'>;

/** What is known of an open camera. */
export type CameraTraits = {
  readonly label: string;
  /** The track's `facingMode`, where the browser tells. */
  readonly facing: string | undefined;
  readonly widthPixels: number;
  readonly heightPixels: number;
};

/** Infrared cameras for signing in (Windows Hello) are listed beside the webcam, and show nothing in colour. */
const infrared = /\bIR\b|infra-?red/i;

/** Android's "camera2 0, facing back"; iOS names its cameras in the phone's language. */
const rear =
  /\b(?:back|rear|environment)\b|后置|後置|背面|후면|ด้านหลัง|belakang|camera sau|mặt sau|الخلفية|likod/i;
const front =
  /\b(?:front|user|facetime)\b|前置|前面|전면|ด้านหน้า|depan|camera trước|mặt trước|الأمامية|harap/i;

/** Lenses that cannot focus on a card in the hand, or bend its edges; iOS has them beside its "Back Camera". */
const specialLens = /ultra|tele|macro|depth|超广角|超廣角|超広角|长焦|長焦|望遠|초광각|망원/i;

/** A face fills a third of the picture: below this nothing of it can be judged. */
const leastSidePixels = 240;

/** Whether a camera's name and numbers speak against it. */
export function isUnfit(subject: CameraSubject, traits: CameraTraits): boolean {
  const { label, facing, widthPixels, heightPixels } = traits;
  if (infrared.test(label)) return true;
  if (subject === 'card') return specialLens.test(label);
  const isRear = facing === 'environment' || rear.test(label);
  const leastSide = Math.min(widthPixels, heightPixels);
  return isRear || (leastSide > 0 && leastSide < leastSidePixels);
}

/** Android numbers its cameras; of those behind, 0 is the main one. */
function numberOf(label: string): number {
  return Number(/camera2? (\d+)/i.exec(label)?.[1] ?? 0);
}

/** The cameras that may see the subject, the best first. Names that say nothing are left in. */
export function rankCameras(
  subject: CameraSubject,
  cameras: readonly ListedCamera[],
): readonly ListedCamera[] {
  const [wanted, unwanted] = subject === 'face' ? [front, rear] : [rear, front];
  const rank = ({ label }: ListedCamera) =>
    (wanted.test(label) ? 0 : 100) + (specialLens.test(label) ? 50 : 0) + numberOf(label);
  return cameras
    .filter(({ label }) => !infrared.test(label) && !unwanted.test(label))
    .sort((one, other) => rank(one) - rank(other));
}

/** Below this a picture is too dark to tell its colours. */
const darkest = 30;

/**
 * Mean difference between the strongest and the weakest channel, 0 to 255. Of 271 frames of the five bona fide
 * development clips none has less than 24; the same made grey (SIMULATED) have 0 (2026-11-26).
 */
const greyMost = 5;

/** Whether a frame (RGBA in rows) has no colour, as an infrared camera's. A dark one is not held against the camera. */
export function isGrey(rgba: Uint8ClampedArray): boolean {
  let light = 0;
  let colour = 0;
  for (let at = 0; at < rgba.length; at += 4) {
    const [red, green, blue] = [rgba[at]!, rgba[at + 1]!, rgba[at + 2]!];
    light += green;
    colour += Math.max(red, green, blue) - Math.min(red, green, blue);
  }
  const pixels = rgba.length / 4;
  return light / pixels >= darkest && colour / pixels <= greyMost;
}
