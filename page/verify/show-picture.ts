import { openBestCamera, openNextCamera } from './best-camera.ts';
import type { Camera, CameraSubject, CameraTrouble } from './camera.ts';
import type { Session } from './session.ts';

type Parts = {
  readonly session: Session;
  readonly video: HTMLVideoElement;
  readonly subject: CameraSubject;
  /** What the flow is told when the camera is taken away. */
  readonly whenLost: CameraTrouble;
};

/** A camera that another app took while the page was hidden has this long to come back. */
const returnPatienceMs = 2_000;

/** Back from a call or another app some phones give no pictures any more, and say nothing of it. */
function failIfDead(camera: Camera, signal: AbortSignal, fail: () => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    clearTimeout(timer);
    if (!document.hidden) timer = setTimeout(() => !camera.isLive() && fail(), returnPatienceMs);
  };
  document.addEventListener('visibilitychange', look);
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', look);
  });
}

/** A camera's picture that runs in the video element. */
export type ShownPicture = {
  camera(): Camera;
  /** There is another camera that may see the subject too. */
  mayChange(): boolean;
  isChanging(): boolean;
  /** Shows the next camera's picture, or this one's again where no other is fit. */
  change(): Promise<void>;
};

/** The best camera's picture, running in the video element; null where there is none and the flow was told why. */
export async function showPicture(
  { session, video, subject, whenLost }: Parts,
  signal: AbortSignal,
): Promise<ShownPicture | null> {
  const fail = (cameraTrouble: CameraTrouble) => {
    if (!signal.aborted) session.happen('camera-failed', { cameraTrouble });
  };
  const show = async (camera: Camera) => {
    if (signal.aborted) return;
    camera.onLost(() => fail(whenLost));
    video.srcObject = camera.stream;
    await video.play().catch(() => {
      // Autoplay may be turned down in a saver mode; the picture then starts with the customer's next touch.
      addEventListener('pointerup', () => void video.play().catch(() => {}), { signal });
    });
  };
  const parts = { subject, video, show, signal };
  const opening = await openBestCamera(parts);
  if (opening.kind === 'trouble') {
    fail(opening.trouble);
    return null;
  }
  if (signal.aborted) return null;
  let { camera, others } = opening;
  let isChanging = false;
  let watching = new AbortController();
  const watch = () => {
    watching = new AbortController();
    signal.addEventListener('abort', () => watching.abort());
    failIfDead(camera, watching.signal, () => fail(whenLost));
  };
  watch();
  return {
    camera: () => camera,
    mayChange: () => others > 0,
    isChanging: () => isChanging,
    async change() {
      if (isChanging || others === 0) return;
      isChanging = true;
      watching.abort();
      const next = await openNextCamera(parts, camera);
      if (next.kind === 'trouble') return fail(next.trouble);
      ({ camera, others } = next);
      watch();
      isChanging = false;
    },
  };
}
