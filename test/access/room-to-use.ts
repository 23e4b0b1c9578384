import type { Page } from 'playwright-core';
import { languageTags } from '../../page/verify/languages.ts';
import type { Language } from '../../src/capture/page-shapes.ts';

/**
 * What can be touched: fields under a label are as large as the label, a list that lies over its globe as large as that.
 * `rect` says where it is on the screen.
 */
const touchables = `
  const touchables = () => [...document.querySelectorAll('main :is(button, a[href], input, select, [tabindex="0"])')]
    .filter((element) => !element.disabled)
    .map((element) => ({ element, name: element.dataset.test ?? element.className, place: element.closest('label') ?? element }))
    .filter(({ place }) => place.getClientRects().length > 0);
`;

/** A page of whatever browser that can be asked for the value of an expression. */
export type Evaluating = { evaluate(expression: string): Promise<unknown> };

/** Smaller than this and a thumb misses it: 44 CSS pixels (WCAG 2.2 §2.5.5, which goes further than AA's 24). */
const smallestPixels = 44;

/** What is too small to be touched with a thumb; each with its size. */
export async function smallTargets(page: Page): Promise<readonly string[]> {
  return await page.evaluate(`{
    ${touchables}
    touchables().flatMap(({ name, place }) => {
      const { width, height } = place.getBoundingClientRect();
      // Sizes in rem come out with fractions.
      const isSmall = Math.min(width, height) < ${smallestPixels} - 0.5;
      return isSmall ? [name + ' ' + Math.round(width) + 'x' + Math.round(height)] : [];
    });
  }`);
}

const lost = `
  ${touchables}
  const lost = () => {
    const root = document.scrollingElement;
    const sideways = root.scrollWidth > innerWidth ? ['scrolls sideways: ' + root.scrollWidth + ' > ' + innerWidth] : [];
    const cut = [...document.querySelectorAll('main :is(h1, p, li, span, button, dt, dd, .told)')]
      .filter(({ classList, clientWidth }) => !classList.contains('unseen') && clientWidth > 0)
      .filter((element) => getComputedStyle(element).display !== 'inline')
      .filter((element) => element.scrollWidth > element.clientWidth + 1 ||
        element.classList.contains('told') && element.scrollHeight > element.clientHeight + 1)
      .map(({ textContent }) => 'cut off: ' + textContent);
    const hidden = touchables().flatMap(({ element, name, place }) => {
      place.scrollIntoView({ block: 'center' });
      const { left, top, width, height } = place.getBoundingClientRect();
      const x = left + width / 2;
      const y = top + height / 2;
      const hit = document.elementFromPoint(x, y);
      const isSeen = hit !== null && (place.contains(hit) || hit.contains(place) && hit.className === 'language');
      return isSeen ? [] : ['out of reach: ' + name];
    });
    scrollTo(0, 0);
    return [...sideways, ...cut, ...hidden];
  };
`;

/** Pairs of places that can be touched and share more than a rim: a thumb on one would be taken for the other. */
export async function overlappingTargets(page: Page): Promise<readonly string[]> {
  return await page.evaluate(`{
    ${touchables}
    const places = touchables().map(({ name, place }) => ({ name, place, box: place.getBoundingClientRect() }));
    const shared = (one, other) => Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1
      && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1;
    // What lies under the actions at the foot is scrolled away from there before it is touched.
    const isFixed = ({ place }) => place.closest('.actions') !== null;
    places.flatMap((one, at) => places.slice(at + 1)
      .filter((other) => one.place !== other.place && isFixed(one) === isFixed(other) && shared(one.box, other.box))
      .map((other) => one.name + ' and ' + other.name));
  }`);
}

/**
 * What is lost in a small window or with large text: anything that would need scrolling sideways, words cut off, and
 * whatever cannot be brought into view to be touched (WCAG 2.2 §1.4.4, §1.4.10, §2.4.11).
 */
export async function lostFromView(page: Evaluating): Promise<readonly string[]> {
  return (await page.evaluate(`(() => { ${lost} return lost(); })()`)) as readonly string[];
}

/** What words alone can do wrong, each as long as its language makes it. */
const misset = `
  const texts = () => [...document.querySelectorAll('.content :is(h1, p, li)')]
    .filter(({ classList, clientWidth }) => !classList.contains('unseen') && clientWidth > 0);
  // A line that has no place to break is wider than the column, and stands over its margins.
  const stickingOut = () => {
    const column = document.querySelector('.content');
    const { paddingLeft, paddingRight } = getComputedStyle(column);
    const from = column.getBoundingClientRect().left + parseFloat(paddingLeft) - 1;
    const to = column.getBoundingClientRect().right - parseFloat(paddingRight) + 1;
    return texts().filter((text) => text.closest('.finder') === null)
      .filter((text) => text.getBoundingClientRect().left < from || text.getBoundingClientRect().right > to)
      .map(({ textContent }) => 'sticks out: ' + textContent);
  };
  // A full stop as wide as a letter has its blank in it.
  const doubleGaps = () => texts().filter(({ textContent }) => /[。！？，、；：]\\s/.test(textContent))
    .map(({ textContent }) => 'two blanks: ' + textContent);
`;

/** How long a file of words may take to come, from the machine itself. */
const wordsWithinMs = 10_000;

/**
 * What is lost from view in each of these languages, where the line at the top breaks, and what is set wrong. They are
 * chosen in place, by the page's own list: a screen that offers none (while recording) is looked at in the language that
 * it is in.
 */
export async function lostInLanguages(
  page: Page,
  languages: readonly Language[],
): Promise<readonly string[]> {
  const tags = languages.map((language) => [language, languageTags[language]]);
  return await page.evaluate(`(async () => {
    ${lost}
    ${misset}
    const pause = () => new Promise((resolve) => setTimeout(resolve, 4));
    const choice = () => document.querySelector('[data-test="language"]');
    const look = (language) => {
      const bar = document.querySelector('.bar');
      const title = document.querySelector('.bar-title');
      // One line is 24 to 26 pixels high, and the bar as high as what is touched in it.
      const isBroken = bar && (bar.clientHeight > 70 || title.clientHeight > 36);
      const broken = isBroken ? ['the top line breaks: ' + title.textContent] : [];
      return [...broken, ...stickingOut(), ...doubleGaps(), ...lost()]
        .map((what) => language + ' ' + innerWidth + 'x' + innerHeight + ': ' + what);
    };
    const found = [];
    for (const [language, tag] of ${JSON.stringify(tags)}) {
      if (!choice()) return look(document.documentElement.lang);
      choice().value = language;
      choice().dispatchEvent(new Event('change', { bubbles: true }));
      for (const end = Date.now() + ${wordsWithinMs}; document.documentElement.lang !== tag; await pause())
        if (Date.now() > end) return [...found, 'no words in ' + language];
      found.push(...look(language));
    }
    return found;
  })()`);
}

/** Names of all that moves by itself. */
export async function movingParts(page: Page): Promise<readonly string[]> {
  return await page.evaluate(`
    document.getAnimations().filter(({ playState }) => playState === 'running').map(({ animationName, transitionProperty, effect }) =>
      (animationName ?? transitionProperty) + ' of ' + effect.target.getAttribute('class'));
  `);
}

/** The letters of a customer who has set them twice as large in the browser (`Page.setFontSizes`; the usual size is 16). */
export async function enlargeText(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
}
