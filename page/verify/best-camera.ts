import { type Camera, type CameraOpening, type CameraSubject, openCamera } from './camera.ts';
import { isGrey, isUnfit, type ListedCamera, rankCameras } from './camera-choice.ts';

/** Where the browser keeps which camera was good, for this origin alone. */
const keyOf = (subject: CameraSubject) => `selfsame-camera-${subject}`;

function remembered(subject: CameraSubject): string | null {
  try {
    return localStorage.getItem(keyOf(subject));
  } catch {
    // Storage is blocked: the camera is then chosen anew each time.
    return null;
  }
}

function remember(subject: CameraSubject, { deviceId }: Camera): void {
  try {
    if (deviceId) localStorage.setItem(keyOf(subject), deviceId);
  } catch {
    // See `remembered`.
  }
}

/** All pictures of an infrared camera are grey; one of another may be, while it finds its colours. */
const looks = 4;
const lookEveryMs = 120;
const lookSize = { width: 24, height: 32 } as const;

/** Whether the running picture has no colour in any of several frames. */
async function staysGrey(video: HTMLVideoElement): Promise<boolean> {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, lookSize);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return false;
  for (let look = 0; look < looks; look++) {
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
    context.drawImage(video, 0, 0, lookSize.width, lookSize.height);
    if (!isGrey(context.getImageData(0, 0, lookSize.width, lookSize.height).data)) return false;
  }
  return true;
}

async function listed(subject: CameraSubject): Promise<readonly ListedCamera[]> {
  const devices = await navigator.mediaDevices.enumerateDevices().catch(() => []);
  return rankCameras(
    subject,
    devices.filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId !== ''),
  );
}

export type BestParts = {
  readonly subject: CameraSubject;
  readonly video: HTMLVideoElement;
  /** Puts the camera's picture on the screen. */
  readonly show: (camera: Camera) => Promise<void>;
  readonly signal: AbortSignal;
};

async function isFit(camera: Camera, { subject, video }: BestParts, isKnown: boolean): Promise<boolean> {
  if (isUnfit(subject, camera)) return false;
  return isKnown || subject === 'card' || !(await staysGrey(video));
}

/**
 * Opens the camera that sees the subject best. The one that the browser gives is taken where there is no other, or where it
 * was good before; else it is looked at, and others are tried in turn until one is fit. Where none is, the first is
 * better than none. Phones open one camera at a time, so each is closed before the next.
 */
export async function openBestCamera(parts: BestParts): Promise<CameraOpening> {
  const { subject, show, signal } = parts;
  const known = remembered(subject);
  const opening = await openCamera(subject, known ? { ideal: known } : undefined);
  if (opening.kind === 'trouble') return opening;
  let current = opening.camera;
  signal.addEventListener('abort', () => current.close());
  if (signal.aborted) current.close();
  await show(current);

  async function change(deviceId: string): Promise<boolean> {
    if (signal.aborted) return false;
    current.close();
    const next = await openCamera(subject, { exact: deviceId });
    if (next.kind === 'trouble') return false;
    current = next.camera;
    if (signal.aborted) current.close();
    await show(current);
    return true;
  }

  const first = current.deviceId;
  const cameras = await listed(subject);
  const others = cameras.filter(({ deviceId }) => deviceId !== first);
  let isGood = others.length === 0 || (await isFit(current, parts, first === known));
  for (const { deviceId } of others) {
    if (isGood) break;
    isGood = (await change(deviceId)) && (await isFit(current, parts, false));
  }
  if (!isGood) await change(first);
  else if (others.length > 0) remember(subject, current);

  return { kind: 'open', camera: current };
}
