import type {
  CodecContext,
  FormatContext,
  Frame,
  Packet,
  Stream,
} from '../../src/vision/video/node-av-binding.ts';
import { loadNodeAv, type NodeAv } from '../../src/vision/video/node-av-binding.ts';
import { check } from '../../src/vision/video/node-av-input.ts';
import type { Encoding, Picture, Pictures } from './video-encoder.ts';

type FrameMaker = {
  readonly Frame: {
    fromVideoBuffer(
      buffer: Buffer,
      props: { width: number; height: number; format: number; pts: bigint },
    ): Frame;
  };
};

/** Encodes by node-av's low-level API, in this process: tests only, so that a machine without ffmpeg runs them too. */
export async function encodeWithNodeAv(path: string, pictures: Pictures, encoding: Encoding): Promise<void> {
  const av = await loadNodeAv();
  av.Log.setLevel(av.constants.AV_LOG_QUIET);
  const output = new av.FormatContext();
  check(output.allocOutputContext2(null, encoding.codec === 'h264' ? 'mp4' : 'webm', path), 'output');
  const stream = output.newStream(null);
  const packet = new av.Packet();
  packet.alloc();
  let encoder: CodecContext | null = null;
  let pts = 0n;
  for await (const picture of pictures) {
    encoder ??= open(av, picture, encoding, output, stream);
    const frame = convert(av, encoder, picture, pts);
    check(encoder.sendFrameSync(frame), 'frame');
    frame.free();
    drain(encoder, packet, output, stream);
    pts += 1n;
  }
  if (!encoder) throw new Error('No pictures to encode.');
  encoder.sendFrameSync(null);
  drain(encoder, packet, output, stream);
  check(output.writeTrailerSync(), 'trailer');
  output.closeOutputSync();
  packet.free();
  encoder.freeContext();
}

function open(
  av: NodeAv,
  picture: Picture,
  encoding: Encoding,
  output: FormatContext,
  stream: Stream,
): CodecContext {
  const codec = av.Codec.findEncoderByName(encoding.codec === 'h264' ? 'libx264' : 'libvpx');
  const encoder = new av.CodecContext();
  encoder.allocContext3(codec);
  encoder.width = picture.width;
  encoder.height = picture.height;
  encoder.pixelFormat = av.constants.AV_PIX_FMT_YUV420P;
  encoder.timeBase = new av.Rational(1, encoding.framesPerSecond);
  encoder.threadCount = 1;
  check(encoder.setOption('b', String(encoding.kilobitsPerSecond * 1000)), 'bit rate');
  for (const [name, value] of encoding.codec === 'h264' ? [['preset', 'veryfast']] : [['cpu-used', '8']]) {
    check(encoder.setOption(name!, value!), name!);
  }
  encoder.setFlags(av.constants.AV_CODEC_FLAG_GLOBAL_HEADER);
  check(encoder.open2Sync(codec, null), 'encoder');
  check(stream.codecpar.fromContext(encoder), 'parameters');
  stream.timeBase = encoder.timeBase;
  check(output.openOutputSync(), 'output file');
  check(output.writeHeaderSync(), 'header');
  return encoder;
}

function convert(av: NodeAv, encoder: CodecContext, picture: Picture, pts: bigint): Frame {
  const { width, height, data } = picture;
  const { AV_PIX_FMT_RGB24, AV_PIX_FMT_YUV420P, SWS_BICUBIC } = av.constants;
  const from = (av as unknown as FrameMaker).Frame.fromVideoBuffer(Buffer.from(data), {
    ...{ width, height, format: AV_PIX_FMT_RGB24, pts },
  });
  const to = new av.Frame();
  to.alloc();
  to.width = encoder.width;
  to.height = encoder.height;
  to.format = AV_PIX_FMT_YUV420P;
  check(to.getBuffer(), 'picture buffer');
  const scaler = new av.SoftwareScaleContext();
  scaler.getContext(width, height, AV_PIX_FMT_RGB24, to.width, to.height, AV_PIX_FMT_YUV420P, SWS_BICUBIC);
  check(scaler.scaleFrameSync(to, from), 'scale');
  scaler.freeContext();
  from.free();
  to.pts = pts;
  return to;
}

function drain(encoder: CodecContext, packet: Packet, output: FormatContext, stream: Stream): void {
  while (encoder.receivePacketSync(packet) >= 0) {
    packet.streamIndex = stream.index;
    // One frame long; without it the last frame is cut off by the file's own index.
    packet.duration = 1n;
    packet.rescaleTs(encoder.timeBase, stream.timeBase);
    check(output.interleavedWriteFrameSync(packet), 'packet');
  }
}
