import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { DecoderDriver, DecoderEvent } from './decoder-driver.ts';
import { limits } from './limits.ts';
import { refuseVideo, type VideoRefusal } from './video-frame.ts';

export type Sampled = Extract<DecoderEvent, { kind: 'sampled' }>;
type Source = Extract<DecoderEvent, { kind: 'source' }>;

/** What a decoder has said so far about one video, checked against the limits as it comes. */
export type Narration = {
  readonly source: Source | null;
  /** As the file has them, milliseconds; not yet counted from the first one. */
  readonly decodedMs: readonly number[];
  readonly sampled: readonly Sampled[];
  /** The first reason to stop, if any. */
  readonly refusal: VideoRefusal | null;
  /** Last lines said, for a failure that nobody foresaw. */
  readonly lastWords: readonly string[];
};

/** Listens to a decoder. `stop` is called once, at the first refusal. */
export class Listener {
  readonly heard = {
    source: null as Source | null,
    decodedMs: [] as number[],
    sampled: [] as Sampled[],
    refusal: null as VideoRefusal | null,
    lastWords: [] as string[],
  };
  /** Resolves when the decoder has nothing more to say. */
  readonly ended: Promise<void>;
  readonly #stop: () => void;
  readonly #driver: DecoderDriver;
  #waiting: (() => void)[] = [];
  #bytes = 0;
  #over = false;

  constructor(words: Readable, driver: DecoderDriver, stop: () => void) {
    this.#stop = stop;
    this.#driver = driver;
    words.on('data', (chunk: Buffer) => {
      this.#bytes += chunk.length;
      if (this.#bytes > limits.diagnosticBytes)
        this.#refuse('too-costly', 'The decoder found too much to say.');
    });
    const lines = createInterface({ input: words, crlfDelay: Number.POSITIVE_INFINITY });
    lines.on('line', (line) => this.#hear(line));
    this.ended = new Promise((resolve) => lines.once('close', resolve)).then(() => {
      this.#over = true;
      this.#wake();
    });
  }

  /** The nth sampled frame's place in time, as soon as it is said; null when it never will be. */
  async sampledAt(index: number): Promise<Sampled | null> {
    while (!this.heard.sampled[index] && !this.#over && !this.heard.refusal) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    return this.heard.sampled[index] ?? null;
  }

  #hear(line: string): void {
    if (this.heard.refusal) return;
    const event = this.#driver.readLine(line);
    if (!event) this.heard.lastWords = [...this.heard.lastWords.slice(-4), line.slice(0, 300)];
    else if (event.kind === 'source') this.#hearSource(event);
    else if (event.kind === 'decoded') this.#hearDecoded(event.timestampMs, event.width, event.height);
    else if (event.kind === 'sampled') this.#hearSampled(event);
    else this.#refuse(event.problem, event.text);
    this.#wake();
  }

  #hearSource(source: Source): void {
    // ffmpeg describes its output in the same words as its input; only the first is the file's.
    if (this.heard.source) return;
    this.heard.source = source;
    this.#checkSize(source.width, source.height);
  }

  #hearDecoded(timestampMs: number, width: number, height: number): void {
    this.#checkSize(width, height);
    this.heard.decodedMs.push(timestampMs);
    const shown = timestampMs - this.heard.decodedMs[0]!;
    if (shown > limits.durationMs) {
      this.#refuse(
        'too-long',
        `A frame stands at ${Math.round(shown)} ms; at most ${limits.durationMs} are taken.`,
      );
    } else if (this.heard.decodedMs.length > limits.decodedFrames) {
      this.#refuse('too-long', `There are more than ${limits.decodedFrames} frames.`);
    }
  }

  #hearSampled(sampled: Sampled): void {
    const first = this.heard.sampled[0] ?? sampled;
    if (first.width !== sampled.width || first.height !== sampled.height) {
      this.#refuse('picture-size-changes', 'The size of the picture changes within the recording.');
      return;
    }
    this.heard.sampled.push(sampled);
  }

  #checkSize(width: number, height: number): void {
    if (Math.max(width, height) <= limits.pictureSidePixels && width * height <= limits.picturePixels) return;
    this.#refuse(
      'picture-too-large',
      `The picture is ${width}x${height}; no side may exceed ${limits.pictureSidePixels} pixels.`,
    );
  }

  #refuse(problem: VideoRefusal['problem'], text: string): void {
    if (this.heard.refusal) return;
    this.heard.refusal = refuseVideo(problem, text);
    this.#stop();
    this.#wake();
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resume of waiting) resume();
  }
}
