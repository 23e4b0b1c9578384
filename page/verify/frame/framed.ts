import type { PageView } from '../../../src/capture/page-shapes.ts';

/** Whether another page shows this one in a frame. */
export function isFramed(): boolean {
  const { parent } = window;
  return parent !== undefined && parent !== window;
}

/** Whether the frame stays where it is at the end, and the merchant's page, which is told, goes on. */
export function staysInFrame(view: PageView | null): boolean {
  return isFramed() && view?.frame?.redirects !== true;
}

/** Whether this browser can be known again. In a frame it can without cookies: by a bearer in the page's memory. */
export function canBeKnown(): boolean {
  return navigator.cookieEnabled || isFramed();
}
