import type { PageView } from '../../../src/capture/page-shapes.ts';
import type { Failure } from '../api.ts';
import { type CameraTrouble, mayBeFilm, missingAbility } from '../camera.ts';
import { canBeKnown } from '../frame/framed.ts';
import type { Session } from '../session.ts';
import { appOf } from './apps.ts';

/** A browser that keeps no cookie would bind the verification and lose it at once. */
export const cookiesBlocked: Failure = { reason: 'cookies-blocked', retryAfterSeconds: null };

/** What this browser lacks for what is asked and has no way around; null where it can go on. */
function cameraLack(view: PageView | null, staysInApp: boolean): CameraTrouble | null {
  const lack = missingAbility(view?.checkMode === 4 ? 'card' : 'face');
  if (!lack || lack === 'insecure-page') return lack;
  // A card, and a film where one is taken, may also come as a file; out of an app the camera is the better way.
  const mayBeFile = view?.checkMode === 4 || mayBeFilm(view);
  return mayBeFile && (staysInApp || !appOf(navigator.userAgent)) ? null : lack;
}

/** Tells the customer what this browser lacks, before it is bound; false where it lacks nothing. */
export function tellLack(session: Session): boolean {
  const { view, staysInApp } = session.read();
  const cameraTrouble = cameraLack(view, staysInApp);
  if (cameraTrouble) session.happen('camera-failed', { cameraTrouble });
  else if (!canBeKnown()) session.happen('refused', { failure: cookiesBlocked });
  else return false;
  return true;
}

/** Whether the browser's list of devices, which it gives without asking anybody, names no camera. */
async function namesNoCamera(): Promise<boolean> {
  const devices = await navigator.mediaDevices.enumerateDevices().catch(() => null);
  return devices !== null && !devices.some(({ kind }) => kind === 'videoinput');
}

/** Keeps the page informed of whether there is a camera at all, as one is plugged in or out. */
export function watchForCamera(session: Session): void {
  const { mediaDevices } = navigator;
  if (!mediaDevices?.enumerateDevices) return;
  const look = () => void namesNoCamera().then((hasNoCamera) => session.change({ hasNoCamera }));
  mediaDevices.addEventListener?.('devicechange', look);
  look();
}
