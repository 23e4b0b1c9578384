/** A photo as it is sent: JPEG or whatever the file was. */
export type Photo = { readonly base64: string; readonly url: string };

/** Apply takes 8 MB of Base64; a larger file is drawn smaller, which costs nothing that comparison needs. */
const largestBytes = 6_000_000;
const longestPixels = 1600;
const jpegQuality = 0.92;

function base64Of(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}

async function photoOf(blob: Blob): Promise<Photo> {
  return { base64: await base64Of(blob), url: URL.createObjectURL(blob) };
}

/** Draws a picture, at most `longestPixels` long, as a JPEG. */
async function drawn(source: CanvasImageSource, width: number, height: number): Promise<Photo> {
  const scale = Math.min(1, longestPixels / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext('2d')?.drawImage(source, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', jpegQuality));
  if (!blob) throw new Error('This browser cannot draw the picture.');
  return photoOf(blob);
}

/** What the camera shows now. */
export function photoOfVideo(video: HTMLVideoElement): Promise<Photo> {
  return drawn(video, video.videoWidth, video.videoHeight);
}

/** A picked file, as it is where it is small enough: then the server sees what a merchant would send. */
export async function photoOfFile(file: File): Promise<Photo> {
  if (file.size <= largestBytes) return photoOf(file);
  const bitmap = await createImageBitmap(file);
  try {
    return await drawn(bitmap, bitmap.width, bitmap.height);
  } finally {
    bitmap.close();
  }
}
