import assert from 'node:assert/strict';
import type { Step } from '../../page/verify/flow.ts';
import type { Customer, Place } from './customer.ts';

/** Where the keyboard is, and whether that can be seen. */
type Focus = {
  readonly tag: string;
  readonly place: string | null;
  readonly isMarked: boolean;
  readonly isInView: boolean;
};

/** A field may be marked by what it lies over. */
const whereFocusIs = `{
  const element = document.activeElement;
  const marked = [element, element.closest('label, .language')].filter(Boolean);
  const { top, bottom } = element.getBoundingClientRect();
  ({
    tag: element.tagName,
    place: element.dataset.test ?? null,
    isMarked: marked.some((each) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(each);
      return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
    }),
    isInView: bottom > 0 && top < innerHeight,
  });
}`;

/** No screen has more to stop at. */
const stopsMost = 20;

/** A customer with a keyboard and nothing else. */
export class KeyboardUser {
  readonly customer: Customer;

  constructor(customer: Customer) {
    this.customer = customer;
  }

  async #focus(): Promise<Focus> {
    return await this.customer.page.evaluate<Focus>(whereFocusIs);
  }

  /** Waits for one of the steps, where the keyboard must begin at the heading. */
  async arrivesAt(...steps: readonly Step[]): Promise<Step> {
    const step = await this.customer.reaches(...steps);
    await this.customer.page.locator('h1:focus').waitFor({ timeout: 10_000 });
    return step;
  }

  /** Goes on by Tab until it is there, seeing at each stop where that is. */
  async goesTo(place: Place): Promise<void> {
    for (let stop = 0; stop < stopsMost; stop++) {
      await this.customer.page.keyboard.press('Tab');
      const focus = await this.#focus();
      if (focus.tag === 'BODY') continue;
      assert.ok(focus.isMarked, `the focus cannot be seen at ${focus.place ?? focus.tag}`);
      assert.ok(focus.isInView, `the focus is out of view at ${focus.place ?? focus.tag}`);
      if (focus.place === place) return;
    }
    assert.fail(`Tab does not come to ${place}; the page shows: ${await this.customer.shown()}`);
  }

  async presses(place: Place, key: 'Enter' | 'Space'): Promise<void> {
    await this.goesTo(place);
    await this.customer.page.keyboard.press(key);
  }
}
