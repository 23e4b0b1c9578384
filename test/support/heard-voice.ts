import type { Page } from 'playwright-core';

/** Words that the page spoke, the step it stood at, and what the place of prompts and hints showed at that moment. */
export type Heard = {
  readonly text: string;
  readonly lang: string;
  readonly step: string;
  readonly shown: string;
};

/**
 * Runs before the page's program, in place of the browser's own voices, of which Chromium has none here: voices by their
 * `lang`, each saying anything in `saysForMs`. SIMULATED: that it can be heard is for a device to show.
 */
export function voicesFor(langs: readonly string[], { localService = true, saysForMs = 300 } = {}): string {
  return `{
    const voices = ${JSON.stringify(langs)}.map((lang) => ({ lang, name: lang, localService: ${localService}, default: false }));
    const shown = () => {
      const place = document.querySelector('.prompt-words, [role="status"], .hint');
      return place ? place.innerText.trim().replace(/\\s+/g, ' ') : '';
    };
    window.heard = [];
    window.hushes = 0;
    window.SpeechSynthesisUtterance = class extends EventTarget {
      constructor(text) { super(); this.text = text; }
    };
    let end = 0;
    Object.defineProperty(window, 'speechSynthesis', { value: {
      getVoices: () => voices,
      addEventListener() {},
      speak(utterance) {
        const { step } = document.querySelector('main[data-step]').dataset;
        if (utterance.text) window.heard.push({ text: utterance.text, lang: utterance.lang, step, shown: shown() });
        end = setTimeout(() => utterance.dispatchEvent(new Event('end')), ${saysForMs});
      },
      cancel() { window.hushes += 1; clearTimeout(end); },
    } });
  }`;
}

export async function heardOn(page: Page): Promise<readonly Heard[]> {
  return await page.evaluate('window.heard');
}

/** How often a voice was told to end before its time. */
export async function hushesOn(page: Page): Promise<number> {
  return await page.evaluate('window.hushes');
}
