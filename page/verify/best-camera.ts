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

/** Whatever is opened is closed when the step is left. */
async function showOpened(camera: Camera, { show, signal }: BestParts): Promise<void> {
  signal.addEventListener('abort', () => camera.close());
  if (signal.aborted) camera.close();
  await show(camera);
}

/** Opens this camera and no other, after the current one is closed: phones open one at a time. */
async function change(current: Camera, deviceId: string, parts: BestParts): Promise<Camera | null> {
  if (parts.signal.aborted) return null;
  current.close();
  const next = await openCamera(parts.subject, { exact: deviceId });
  if (next.kind === 'trouble') return null;
  await showOpened(next.camera, parts);
  return next.camera;
}

/** `others`: how many more cameras may see the subject. */
export type BestOpening =
  | { readonly kind: 'open'; readonly camera: Camera; readonly others: number }
  | Extract<CameraOpening, { readonly kind: 'trouble' }>;

/**
 * Opens the camera that sees the subject best. The one that the browser gives is taken where there is no other, or where it
 * was good before; else it is looked at, and others are tried in turn until one is fit. Where none is, the first is
 * better than none.
 */
export async function openBestCamera(parts: BestParts): Promise<BestOpening> {
  const { subject } = parts;
  const known = remembered(subject);
  const opening = await openCamera(subject, known ? { ideal: known } : undefined);
  if (opening.kind === 'trouble') return opening;
  const first = opening.camera;
  await showOpened(first, parts);
  const others = (await listed(subject)).filter(({ deviceId }) => deviceId !== first.deviceId);
  if (others.length === 0) return { ...opening, others: 0 };
  if (await isFit(first, parts, first.deviceId === known)) return remembering(first, others.length, parts);
  return openOneOf(others, first, parts);
}

/** The camera after this one, in turn; this one again where no other is fit, and then there are no others. */
export async function openNextCamera(parts: BestParts, current: Camera): Promise<BestOpening> {
  const cameras = await listed(parts.subject);
  const at = cameras.findIndex(({ deviceId }) => deviceId === current.deviceId);
  const others = [...cameras.slice(at + 1), ...cameras.slice(0, Math.max(at, 0))];
  return openOneOf(others, current, parts);
}

/** The first of these that is fit, remembered; the one before where none is, for it is better than none. */
async function openOneOf(
  others: readonly ListedCamera[],
  before: Camera,
  parts: BestParts,
): Promise<BestOpening> {
  let current = before;
  for (const { deviceId } of others) {
    const next = await change(current, deviceId, parts);
    current = next ?? current;
    if (next && (await isFit(next, parts, false))) return remembering(next, others.length, parts);
  }
  const back = await change(current, before.deviceId, parts);
  return back ? { kind: 'open', camera: back, others: 0 } : { kind: 'trouble', trouble: 'camera-busy' };
}

function remembering(camera: Camera, others: number, { subject }: BestParts): BestOpening {
  remember(subject, camera);
  return { kind: 'open', camera, others };
}
