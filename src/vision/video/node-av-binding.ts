import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where the set-up script installs node-av, by its own lock file, on machines without a system ffmpeg. */
const packageUrl = new URL('../../../decoder/node_modules/node-av/', import.meta.url);

export function nodeAvIsInstalled(): boolean {
  return existsSync(fileURLToPath(new URL('package.json', packageUrl)));
}

/** Loads node-av's low-level API. Called in the decoding child only: its binary never enters the server's process. */
export async function loadNodeAv(): Promise<NodeAv> {
  const [lib, constants] = await Promise.all([
    import(new URL('dist/lib/index.js', packageUrl).href),
    import(new URL('dist/constants/constants.js', packageUrl).href),
  ]);
  return { ...lib, constants } as NodeAv;
}

// The package is not installed everywhere, so its own types cannot be imported. Below stands what we call of
// node-av 6.1.1; each function maps to the FFmpeg function of its name and returns its negative error codes.

export type Rational = { readonly num: number; readonly den: number };

export type CodecParameters = {
  readonly codecType: number;
  readonly codecId: number;
  readonly width: number;
  readonly height: number;
  codecTag: number | string;
  copy(to: CodecParameters): number;
  fromContext(context: CodecContext): number;
  getCodedSideData(type: number): Buffer | null;
  addCodedSideData(type: number, data: Buffer): number;
};

export type Stream = { readonly index: number; readonly codecpar: CodecParameters; timeBase: Rational };

export type Packet = {
  streamIndex: number;
  pts: bigint;
  dts: bigint;
  duration: bigint;
  alloc(): void;
  unref(): void;
  free(): void;
  rescaleTs(from: Rational, to: Rational): void;
};

export type Frame = {
  width: number;
  height: number;
  format: number;
  pts: bigint;
  pictType: number;
  readonly colorSpace: number;
  readonly bestEffortTimestamp: bigint;
  readonly data: Buffer[] | null;
  readonly linesize: number[];
  alloc(): void;
  unref(): void;
  free(): void;
  getBuffer(align?: number): number;
  copyProps(from: Frame): number;
};

export type FormatContext = {
  readonly streams: Stream[];
  openInputSync(url: string, format: unknown, options: unknown): number;
  findStreamInfoSync(options?: unknown): number;
  readFrameSync(packet: Packet): number;
  closeInputSync(): void;
  allocOutputContext2(format: null, name: string, path: string): number;
  newStream(codec: null): Stream;
  openOutputSync(): number;
  writeHeaderSync(options?: unknown): number;
  interleavedWriteFrameSync(packet: Packet | null): number;
  writeTrailerSync(): number;
  closeOutputSync(): void;
  freeContext(): void;
};

export type CodecContext = {
  threadCount: number;
  width: number;
  height: number;
  pixelFormat: number;
  timeBase: Rational;
  pktTimebase: Rational;
  allocContext3(codec: unknown): void;
  parametersToContext(parameters: CodecParameters): number;
  setOption(name: string, value: string): number;
  open2Sync(codec: unknown, options: null): number;
  setFlags(...flags: number[]): void;
  sendPacketSync(packet: Packet | null): number;
  receiveFrameSync(frame: Frame): number;
  sendFrameSync(frame: Frame | null): number;
  receivePacketSync(packet: Packet): number;
  freeContext(): void;
};

export type SoftwareScaleContext = {
  getContext(
    fromW: number,
    fromH: number,
    from: number,
    toW: number,
    toH: number,
    to: number,
    flags: number,
  ): void;
  scaleFrameSync(to: Frame, from: Frame): number;
  scaleSync(
    from: Buffer[],
    strides: number[],
    y: number,
    height: number,
    to: Buffer[],
    toStrides: number[],
  ): number;
  freeContext(): void;
};

export type NodeAv = {
  readonly FormatContext: new () => FormatContext;
  readonly CodecContext: new () => CodecContext;
  readonly SoftwareScaleContext: new () => SoftwareScaleContext;
  readonly Packet: new () => Packet;
  readonly Frame: new () => Frame;
  readonly Rational: new (num: number, den: number) => Rational;
  readonly Codec: {
    findDecoder(id: number): { readonly name: string | null } | null;
    findEncoderByName(name: string): { readonly name: string | null } | null;
  };
  readonly InputFormat: { findInputFormat(name: string): unknown };
  readonly Dictionary: { fromObject(entries: Readonly<Record<string, string>>): unknown };
  readonly Log: { setLevel(level: number): void };
  readonly getFFmpegInfo: () => { readonly version: string };
  readonly avGetCodecName: (id: number) => string | null;
  readonly constants: Readonly<Record<ConstantName, number>>;
};

type ConstantName =
  | 'AVMEDIA_TYPE_VIDEO'
  | 'AVERROR_EAGAIN'
  | 'AVERROR_EOF'
  | 'AV_PIX_FMT_RGB24'
  | 'AV_PIX_FMT_YUV420P'
  | 'AV_PIX_FMT_YUVJ420P'
  | 'AVCOL_SPC_BT709'
  | 'AV_PKT_DATA_DISPLAYMATRIX'
  | 'AV_CODEC_FLAG_GLOBAL_HEADER'
  | 'AV_LOG_QUIET'
  | 'SWS_AREA'
  | 'SWS_BICUBIC';
