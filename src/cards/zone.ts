import type { Box } from '../vision/geometry.ts';

/** A box with room left around it, in shares of its height: a second look must not cut the characters at the edge. */
export function roomAround(box: Box, share = 0.3): Box {
  const room = share * (box.bottom - box.top);
  return { left: box.left - room, top: box.top - room, right: box.right + room, bottom: box.bottom + room };
}
