/**
 * What a recording may cost us. A page's recording is 4 to 8 s of 480x640 at 1 Mbit/s, under 1 MB: these limits
 * are several times that, and far below what hurts. Figures measured on two cores, 2026-11-23.
 */
export const limits = {
  /** The vendor's own video inputs take 8 MB after Base64; a phone's file capture of 5 s at 1080p is about 9 MB. */
  fileBytes: 10_000_000,
  /** Side of a picture as coded. 1080p, upright or not, is the most a phone's browser offers. */
  pictureSidePixels: 1920,
  /** Pixels of a picture; the decoder itself refuses above, also where the file's header lies. */
  picturePixels: 4_000_000,
  /** FaceInput of the vendor takes up to 20 s; ours record 4 to 8. */
  durationMs: 20_000,
  /** 20 s at 60 frames a second, and a little. */
  decodedFrames: 1_250,
  /** Frames handed out: 20 s at the sampling rate, and a little. */
  sampledFrames: 260,
  /** Frames a second handed out. A blink lasts 100 to 300 ms: below 10 a second it is missed. */
  sampledFramesPerSecond: 12,
  /** The same of a stretch that is looked at frame by frame: no camera of 30 frames a second has two in one of its cells. */
  closeFramesPerSecond: 40,
  /** Long side of the pictures handed out. */
  pictureLongSidePixels: 640,
  /** Fewer frames than this are no recording of a person. */
  leastFrames: 8,
  /** What the decoder may write to us in words. */
  diagnosticBytes: 2_000_000,
  /** Processor time of one child: 11 s of 720x1280 took 1.8 s. */
  cpuSeconds: 10,
  /**
   * From spawn to end. The processor limit is what ends costly work; this ends what hangs. Six times as long, because decoding waits
   * while the judge looks: with twenty busy processes on two cores a 4 s recording took over 20 s.
   */
  wallMs: 60_000,
  /** Size of a rewritten recording. */
  rewrittenBytes: 32_000_000,
} as const;
