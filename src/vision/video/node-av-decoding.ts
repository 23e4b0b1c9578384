import type { Frame, NodeAv } from './node-av-binding.ts';
import { openDecoder, type Recording } from './node-av-input.ts';

/**
 * Every frame of a recording in the order of showing. The same `Frame` object is filled again and again.
 * Packets that the decoder cannot read are passed over, as ffmpeg does.
 */
export function* decodeFrames(av: NodeAv, recording: Recording): Generator<Frame> {
  const decoder = openDecoder(av, recording);
  const packet = new av.Packet();
  packet.alloc();
  const frame = new av.Frame();
  frame.alloc();
  try {
    while (recording.input.readFrameSync(packet) >= 0) {
      const ours = packet.streamIndex === recording.stream.index;
      if (ours && decoder.sendPacketSync(packet) >= 0) yield* received();
      packet.unref();
    }
    decoder.sendPacketSync(null);
    yield* received();
  } finally {
    frame.free();
    packet.free();
    decoder.freeContext();
  }

  function* received(): Generator<Frame> {
    while (decoder.receiveFrameSync(frame) >= 0) {
      yield frame;
      frame.unref();
    }
  }
}

/** A frame's place in time in milliseconds, or null where it has none. */
export function timestampOf(frame: Frame, recording: Recording): number | null {
  const unknown = -(2n ** 63n);
  if (frame.bestEffortTimestamp === unknown) return null;
  const { num, den } = recording.stream.timeBase;
  return (Number(frame.bestEffortTimestamp) * 1000 * num) / den;
}
