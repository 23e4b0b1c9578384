import type { Speaker } from './speaker.ts';
import { type Shown, whatToSay } from './what-to-say.ts';

/** Where a screen tells something: the very places that a screen reader reads out, and the one hint that it does not. */
const telling = '[role="status"], .hint';

const textOf = (element: Element) => (element as HTMLElement).innerText.trim().replace(/\s+/g, ' ');

function shownIn(place: Element): Shown | null {
  const main = place.querySelector<HTMLElement>('main[data-step]');
  const heading = main?.querySelector('h1');
  const step = main?.dataset.step;
  if (!main || !heading || !step || !textOf(heading)) return null;
  const seconds = main.querySelector('.countdown');
  return {
    step,
    heading: textOf(heading),
    told: [...main.querySelectorAll(telling)].map(textOf).join(' '),
    isPrompt: main.querySelector('.prompt-words') !== null,
    seconds: seconds && textOf(seconds),
  };
}

/**
 * Keeps a screen reader from reading out what is spoken here already: its regions are still there to be read, but it is
 * not told when they change. A page cannot see whether there is one; who switches this on has chosen this voice.
 */
function hushRegions(place: Element, before: Map<Element, string | null>): void {
  for (const region of place.querySelectorAll('[role="status"]')) {
    if (before.has(region)) continue;
    before.set(region, region.getAttribute('aria-live'));
    region.setAttribute('aria-live', 'off');
  }
}

function restoreRegions(before: Map<Element, string | null>): void {
  for (const [region, live] of before) {
    if (live === null) region.removeAttribute('aria-live');
    else region.setAttribute('aria-live', live);
  }
  before.clear();
}

export type ReadingParts = {
  /** The screens are in it. */
  readonly place: Element;
  readonly speaker: Speaker;
  /** Whether there is a voice for the language that is spoken now; without one a screen reader keeps its regions. */
  readonly canSpeak: () => boolean;
  /** With the screen that stands there, or with what comes next: whoever moved the switch has read this one. */
  readonly from: 'here' | 'the-next';
  readonly signal: AbortSignal;
};

/**
 * Speaks what the screens say as it appears there, until the signal comes. Nothing is spoken of a page that is hidden,
 * and what a step was saying ends with the step.
 */
export function readAloud({ place, speaker, canSpeak, from, signal }: ReadingParts): void {
  const regions = new Map<Element, string | null>();
  let before: Shown | null = from === 'the-next' ? shownIn(place) : null;

  function look(): void {
    for (const region of regions.keys()) if (!region.isConnected) regions.delete(region);
    if (!canSpeak()) {
      restoreRegions(regions);
      return;
    }
    hushRegions(place, regions);
    if (document.hidden) return;
    const now = shownIn(place);
    if (now?.step !== before?.step) speaker.hush();
    if (now) for (const { text, urgency } of whatToSay(before, now)) speaker.say(text, urgency);
    before = now;
  }

  const observer = new MutationObserver(look);
  observer.observe(place, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ['data-step'],
  });
  const onHidden = () => {
    if (document.hidden) speaker.hush();
    else look();
  };
  document.addEventListener('visibilitychange', onHidden);
  // The voice belongs to the browser: it would go on over the merchant's page.
  addEventListener('pagehide', speaker.hush);
  signal.addEventListener('abort', () => {
    observer.disconnect();
    document.removeEventListener('visibilitychange', onHidden);
    removeEventListener('pagehide', speaker.hush);
    restoreRegions(regions);
    speaker.hush();
  });
  look();
}
