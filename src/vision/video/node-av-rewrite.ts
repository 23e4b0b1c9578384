import type { CodecContext, FormatContext, Frame, NodeAv, Packet, Stream } from './node-av-binding.ts';
import { decodeFrames, timestampOf } from './node-av-decoding.ts';
import { check, type Recording } from './node-av-input.ts';

/** Writes the video stream alone, without metadata, as an MP4 whose index stands first. */
export function rewriteRecording(
  av: NodeAv,
  recording: Recording,
  path: string,
  how: 'copy' | 'transcode',
): void {
  const output = new av.FormatContext();
  check(output.allocOutputContext2(null, 'mp4', path), 'output');
  const stream = output.newStream(null);
  if (how === 'copy') copy(av, recording, output, stream);
  else transcode(av, recording, output, stream);
  check(output.writeTrailerSync(), 'trailer');
  output.closeOutputSync();
}

function begin(av: NodeAv, output: FormatContext): void {
  check(output.openOutputSync(), 'output file');
  check(output.writeHeaderSync(av.Dictionary.fromObject({ movflags: '+faststart' })), 'header');
}

function copy(av: NodeAv, recording: Recording, output: FormatContext, stream: Stream): void {
  check(recording.stream.codecpar.copy(stream.codecpar), 'parameters');
  stream.codecpar.codecTag = 0;
  stream.timeBase = recording.stream.timeBase;
  begin(av, output);
  const packet = new av.Packet();
  packet.alloc();
  while (recording.input.readFrameSync(packet) >= 0) {
    if (packet.streamIndex !== recording.stream.index) {
      packet.unref();
      continue;
    }
    packet.streamIndex = stream.index;
    packet.rescaleTs(recording.stream.timeBase, stream.timeBase);
    check(output.interleavedWriteFrameSync(packet), 'packet');
  }
}

function transcode(av: NodeAv, recording: Recording, output: FormatContext, stream: Stream): void {
  const encoder = openEncoder(av, recording);
  check(stream.codecpar.fromContext(encoder), 'parameters');
  const matrix = recording.stream.codecpar.getCodedSideData(av.constants.AV_PKT_DATA_DISPLAYMATRIX);
  if (matrix)
    check(stream.codecpar.addCodedSideData(av.constants.AV_PKT_DATA_DISPLAYMATRIX, matrix), 'rotation');
  stream.timeBase = encoder.timeBase;
  begin(av, output);
  const packet = new av.Packet();
  packet.alloc();
  const convert = pictureConverter(av, encoder.width, encoder.height);
  let last = -1n;
  for (const frame of decodeFrames(av, recording)) {
    const timestampMs = timestampOf(frame, recording);
    if (timestampMs === null) continue;
    const picture = convert(frame);
    const pts = BigInt(Math.round(timestampMs));
    // An encoder needs times that grow; two frames within one millisecond are one.
    if (pts <= last) continue;
    last = pts;
    picture.pts = pts;
    check(encoder.sendFrameSync(picture), 'frame');
    drain(encoder, packet, output, stream);
  }
  encoder.sendFrameSync(null);
  drain(encoder, packet, output, stream);
  encoder.freeContext();
}

function openEncoder(av: NodeAv, recording: Recording): CodecContext {
  const codec = av.Codec.findEncoderByName('libx264');
  if (!codec) throw new Error('node-av has no libx264');
  const encoder = new av.CodecContext();
  encoder.allocContext3(codec);
  // 4:2:0 needs even sides.
  encoder.width = recording.width - (recording.width % 2);
  encoder.height = recording.height - (recording.height % 2);
  encoder.pixelFormat = av.constants.AV_PIX_FMT_YUV420P;
  encoder.timeBase = new av.Rational(1, 1000);
  encoder.threadCount = 1;
  encoder.setFlags(av.constants.AV_CODEC_FLAG_GLOBAL_HEADER);
  check(encoder.setOption('preset', 'veryfast'), 'preset');
  check(encoder.setOption('crf', '23'), 'crf');
  check(encoder.open2Sync(codec, null), 'encoder');
  return encoder;
}

const lastFrameMs = 33n;

function drain(encoder: CodecContext, packet: Packet, output: FormatContext, stream: Stream): void {
  while (encoder.receivePacketSync(packet) >= 0) {
    // Counts for the last frame alone; without it the index ends where that frame begins, and players drop it.
    packet.duration = lastFrameMs;
    packet.streamIndex = stream.index;
    packet.rescaleTs(encoder.timeBase, stream.timeBase);
    check(output.interleavedWriteFrameSync(packet), 'packet');
  }
}

/** Brings any frame to 4:2:0 at the encoder's size; a new buffer each time, because the encoder keeps them. */
function pictureConverter(av: NodeAv, width: number, height: number): (frame: Frame) => Frame {
  const { constants } = av;
  let scaler: InstanceType<NodeAv['SoftwareScaleContext']> | null = null;
  let shape = '';
  return (frame) => {
    const now = `${frame.width}x${frame.height}:${frame.format}`;
    if (!scaler || now !== shape) {
      scaler?.freeContext();
      scaler = new av.SoftwareScaleContext();
      scaler.getContext(
        ...([frame.width, frame.height, frame.format] as const),
        ...([width, height, constants.AV_PIX_FMT_YUV420P, constants.SWS_BICUBIC] as const),
      );
      shape = now;
    }
    const picture = new av.Frame();
    picture.alloc();
    picture.width = width;
    picture.height = height;
    picture.format = constants.AV_PIX_FMT_YUV420P;
    check(picture.getBuffer(), 'picture buffer');
    check(scaler.scaleFrameSync(picture, frame), 'scale');
    return picture;
  };
}
