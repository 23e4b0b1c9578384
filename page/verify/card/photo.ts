/** A photo of one side of a card, as it is sent: JPEG, upright, at most `longestPixels` long. */
export type CardPhoto = {
  readonly bytes: ArrayBuffer;
  /** An object URL of the same bytes, to be shown; whoever drops the photo revokes it. */
  readonly url: string;
};

export type CardSide = 'front' | 'back';

/** Why a file is no photo that could be sent. */
export type PhotoTrouble =
  | 'file-empty'
  | 'file-too-large'
  | 'file-unreadable'
  | 'file-too-small'
  | 'file-heic';

export type Photographed =
  | { readonly ok: true; readonly photo: CardPhoto }
  | { readonly ok: false; readonly trouble: PhotoTrouble };

/** Twice what the server straightens a card to (1280 pixels), and it rarely fills the whole photo. */
const longestPixels = 2560;
/** Small print survives it, at about 1 MB. */
const jpegQuality = 0.9;

/** No phone's photo is larger; a browser that opened it would run out of memory before it said so. */
const largestFileBytes = 40_000_000;

/** With fewer pixels a side not even a card that fills the picture can be read. */
const leastPixels = 300;

/** Part of a picture, in its pixels. */
export type Part = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

async function drawn(source: CanvasImageSource, part: Part): Promise<CardPhoto | null> {
  const scale = Math.min(1, longestPixels / Math.max(part.width, part.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(part.width * scale);
  canvas.height = Math.round(part.height * scale);
  const context = canvas.getContext('2d');
  if (!context) return null;
  // Transparent parts of a PNG would turn black.
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  const { x, y, width, height } = part;
  context.drawImage(source, x, y, width, height, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', jpegQuality));
  // Frees the pixels at once: phones have little memory for canvases.
  canvas.width = 0;
  return blob && { bytes: await blob.arrayBuffer(), url: URL.createObjectURL(blob) };
}

/** Apple's format, which other browsers than Safari do not open. */
function isHeic({ type, name = '' }: Blob & { readonly name?: string }): boolean {
  return /hei[cf]/i.test(type) || /\.hei[cf]$/i.test(name);
}

/** Draws a picture as the browser shows it, turned as its EXIF says. */
async function drawnFrom(url: string, unreadable: PhotoTrouble, part: PartOf): Promise<Photographed> {
  const image = new Image();
  image.src = url;
  const isOpen = await image.decode().then(
    () => true,
    () => false,
  );
  const { naturalWidth: width, naturalHeight: height } = image;
  if (!isOpen || width === 0) return { ok: false, trouble: unreadable };
  if (Math.min(width, height) < leastPixels) return { ok: false, trouble: 'file-too-small' };
  const photo = await drawn(image, part({ width, height }));
  return photo ? { ok: true, photo } : { ok: false, trouble: 'file-too-large' };
}

/** Which part of a picture of this size is wanted. */
export type PartOf = (size: { readonly width: number; readonly height: number }) => Part;

const all: PartOf = ({ width, height }) => ({ x: 0, y: 0, width, height });

/**
 * A still from the camera or a picked file. It is always drawn anew: upright, of a size that a slow line carries, and
 * without what the file says of the place where it was taken.
 */
export async function photoOfFile(file: Blob, part: PartOf = all): Promise<Photographed> {
  if (file.size === 0) return { ok: false, trouble: 'file-empty' };
  if (file.size > largestFileBytes) return { ok: false, trouble: 'file-too-large' };
  const url = URL.createObjectURL(file);
  try {
    return await drawnFrom(url, isHeic(file) ? 'file-heic' : 'file-unreadable', part);
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** The part of the running picture that the screen shows: only what the customer saw is sent. */
export async function photoOfVideo(video: HTMLVideoElement, part: Part): Promise<Photographed> {
  const photo = await drawn(video, part);
  return photo ? { ok: true, photo } : { ok: false, trouble: 'file-unreadable' };
}
