import type { Page } from 'playwright-core';

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

/**
 * What is lost in a small window or with large text: anything that would need scrolling sideways, words cut off, and
 * whatever cannot be brought into view to be touched (WCAG 2.2 §1.4.4, §1.4.10, §2.4.11).
 */
export async function lostFromView(page: Page): Promise<readonly string[]> {
  return await page.evaluate(`{
    ${touchables}
    const root = document.scrollingElement;
    const sideways = root.scrollWidth > innerWidth ? ['scrolls sideways: ' + root.scrollWidth + ' > ' + innerWidth] : [];
    const cut = [...document.querySelectorAll('main :is(h1, p, li, span, button, dt, dd)')]
      .filter(({ classList, clientWidth }) => !classList.contains('unseen') && clientWidth > 0)
      .filter((element) => element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== 'inline')
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
    [...sideways, ...cut, ...hidden];
  }`);
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
