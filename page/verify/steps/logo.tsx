import type { ShownLogo } from '../../../src/capture/page-shapes.ts';

/** The rule's picture; its room is kept free until it is here. */
export function Logo({ url, alt, width, height }: ShownLogo) {
  return <img class="logo" data-test="logo" src={url} alt={alt} width={width} height={height} />;
}
