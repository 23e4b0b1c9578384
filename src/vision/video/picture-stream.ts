import { randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A way for a child's pictures. Bytes that were handed out are written over by the next ones: 28 MB of a recording come in pieces of 32
 * to 64 KB, and a new buffer for each had the collector walk through all memory twice a recording (measured 2026-11).
 */
export type PictureStream = {
  /** The end to hand to the child as its standard output. To be destroyed once the child has it: the stream ends when nobody holds it. */
  readonly childEnd: Socket;
  /** What arrives, piece by piece, until the child is gone or says no more; each is good until the next is asked for. */
  readonly pieces: AsyncIterable<Uint8Array>;
  /** Ends the stream at once; harmless when it is over. */
  close(): void;
};

/**
 * Opens a pair of connected sockets, because the pipe that a child gets by itself cannot be told where to read to. Nobody else on this
 * machine can come between: whoever connects must first say a secret.
 */
export async function openPictureStream(): Promise<PictureStream> {
  const secret = randomBytes(16);
  const server = createServer();
  // On Linux a name that is no file, so that no folder need be writable.
  const name = `selfsame-${randomUUID()}`;
  const path = process.platform === 'linux' ? `\0${name}` : join(tmpdir(), name);
  server.listen(path);
  await once(server, 'listening');
  const arrivals = new Arrivals();
  const reader = connect({ path, onread: { buffer: arrivals.buffer, callback: arrivals.put } });
  reader.on('close', arrivals.end);
  // A child that was killed: what came before counts, and how it ended is told by its process.
  reader.on('error', () => {});
  reader.write(secret);
  const close = (): void => {
    reader.destroy();
  };
  try {
    return { childEnd: await acceptFrom(reader, server, secret), pieces: piecesOf(reader, arrivals), close };
  } catch (error) {
    close();
    throw error;
  } finally {
    server.close();
  }
}

/** The one connection that says the secret. */
function acceptFrom(reader: Socket, server: Server, secret: Uint8Array): Promise<Socket> {
  return new Promise((resolve, reject) => {
    reader.once('error', reject);
    server.on('error', reject);
    server.on('connection', (socket) => {
      socket.on('error', () => socket.destroy());
      socket.once('data', (said: Uint8Array) => {
        if (said.length === secret.length && timingSafeEqual(said, secret)) resolve(socket.pause());
        else socket.destroy();
      });
    });
  });
}

async function* piecesOf(reader: Socket, arrivals: Arrivals): AsyncGenerator<Uint8Array> {
  try {
    for (let piece = await arrivals.take(); piece !== null; piece = await arrivals.take()) {
      yield piece;
      reader.resume();
    }
  } finally {
    reader.destroy();
  }
}

/** One piece at a time: nothing more is read until it was taken and the socket is told to go on. */
class Arrivals {
  /** More than the kernel holds back of a socket that is not read (212,992 bytes on Linux). */
  readonly buffer = new Uint8Array(256 * 1024);
  #filled = 0;
  #isOver = false;
  #wake: () => void = () => {};

  readonly put = (count: number): boolean => {
    this.#filled = count;
    this.#wake();
    return false;
  };

  readonly end = (): void => {
    this.#isOver = true;
    this.#wake();
  };

  async take(): Promise<Uint8Array | null> {
    while (this.#filled === 0) {
      if (this.#isOver) return null;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    const piece = this.buffer.subarray(0, this.#filled);
    this.#filled = 0;
    return piece;
  }
}
