import type { Attempt } from '../../store/records.ts';
import type { Changes } from '../changes.ts';
import type { Prompts, ShownChallenge } from '../page-shapes.ts';

/** How long before its time the page learns of a prompt at level 5. */
export const releaseLeadMs = 400;

/** Timers may fire a little early; a prompt that is announced must be there. */
const timerSlackMs = 5;

/**
 * The prompts that the page may know by now. At levels 2 to 4 all of them; at level 5 those whose time has come by the
 * server's clock since the attempt began, which is before the recorder started: a slow line does not make them late.
 */
export function promptsOf({ challenge, startedAtMs }: Attempt, nowMs: number): Prompts {
  if (!challenge) return { actions: [], colors: [], markerMs: null };
  const { level, actions, colors, markerMs } = challenge;
  if (level < 5) return { actions, colors, markerMs };
  const reachedMs = nowMs - startedAtMs + releaseLeadMs;
  return {
    actions: actions.filter(({ fromMs }) => fromMs <= reachedMs),
    colors: colors.filter(({ fromMs }) => fromMs <= reachedMs),
    markerMs: markerMs !== null && markerMs <= reachedMs ? markerMs : null,
  };
}

/** The attempt's challenge as the page may see it by now. */
export function shownChallenge(attempt: Attempt, nowMs: number): ShownChallenge | null {
  if (!attempt.challenge) return null;
  const { level, durationMs } = attempt.challenge;
  return { level, durationMs, ...promptsOf(attempt, nowMs) };
}

/** Announces each prompt of level 5 as it is released, so that pages that follow hear of it at once. */
export function announceReleases(changes: Changes, { challenge, verificationId }: Attempt): void {
  if (challenge?.level !== 5) return;
  const times = [...challenge.actions, ...challenge.colors].map(({ fromMs }) => fromMs - releaseLeadMs);
  for (const atMs of new Set(times)) {
    setTimeout(() => changes.announce(verificationId), Math.max(0, atMs) + timerSlackMs).unref();
  }
}
