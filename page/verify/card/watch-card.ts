import {
  createGuide,
  type FrameShape,
  type Guidance,
  marginShare,
  overviewSize,
  type Plane,
  planeOf,
  readCard,
} from './guide.ts';
import type { Part } from './photo.ts';
import { framedPart, type Size } from './shown-part.ts';

/** Looks a second: enough to feel live, little enough for an old phone. */
const looksPerSecond = 7;

/** Sharpness is measured at the size that the server straightens a card to, or at what the camera has. */
const detailCardWidth = 960;
/** The middle part of the frame suffices for it. */
const detailShare = 0.4;

/** Reads a part of the running picture, drawn to a size. */
type Draw = (part: Part, width: number, height: number) => Plane | null;

function createDraw(video: HTMLVideoElement): Draw {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return ({ x, y, width, height }, toWidth, toHeight) => {
    if (!context) return null;
    if (canvas.width < toWidth) canvas.width = toWidth;
    if (canvas.height < toHeight) canvas.height = toHeight;
    context.drawImage(video, x, y, width, height, 0, 0, toWidth, toHeight);
    return planeOf(context.getImageData(0, 0, toWidth, toHeight).data, toWidth, toHeight);
  };
}

/** The middle of the frame, without its margin. */
function middleOf({ x, y, width, height }: Part): Part {
  const cardWidth = width / (1 + 2 * marginShare);
  const size = { width: cardWidth * detailShare, height: cardWidth * detailShare * 0.6 };
  return { x: x + (width - size.width) / 2, y: y + (height - size.height) / 2, ...size };
}

/** Looks at the framed card until the signal says stop; a hidden page is not looked at. */
export function watchCard(
  video: HTMLVideoElement,
  frame: HTMLElement,
  shape: FrameShape,
  signal: AbortSignal,
  onGuidance: (guidance: Guidance) => void,
): void {
  // Two, so that neither is enlarged and shrunk at every look.
  const [drawOverview, drawDetail] = [createDraw(video), createDraw(video)];
  const guide = createGuide();
  const { width, height } = overviewSize(shape);
  let cells: Float32Array | null = null;

  function look(): void {
    const { videoWidth, videoHeight } = video;
    if (document.hidden || videoWidth === 0) return;
    const place: Size = video.getBoundingClientRect();
    // The screen has just been left, and what is no longer in the page has no size.
    if (place.width === 0) return;
    const part = framedPart({ width: videoWidth, height: videoHeight }, place, frame.getBoundingClientRect());
    const middle = middleOf(part);
    const scale = Math.min(1, (detailCardWidth * detailShare) / middle.width);
    const overview = drawOverview(part, width, height);
    const detail = drawDetail(middle, Math.round(middle.width * scale), Math.round(middle.height * scale));
    if (!overview || !detail) return;
    const seen = readCard(overview, detail, cells);
    cells = seen.cells;
    onGuidance(guide(seen.reading, performance.now()));
  }

  const timer = setInterval(look, 1000 / looksPerSecond);
  signal.addEventListener('abort', () => clearInterval(timer));
}
