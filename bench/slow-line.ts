import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { line } from './slow-phone.ts';

/** A line between browsers and a server that can be slow, and can be cut: what the browser's own emulation lets through. */
export type SlowLine = {
  /** From now on as slow as `line`, each way taking half of its latency. */
  slowDown(): void;
  /** Every connection is cut, and no new one comes about, for so long. */
  cut(milliseconds: number): void;
  close(): Promise<void>;
};

/** All that goes one way shares its bytes a second. */
function createWay(isSlow: () => boolean) {
  let freeAtMs = 0;
  return (from: Socket, to: Socket) => {
    from.on('data', (bytes) => {
      if (!isSlow()) return void to.write(bytes);
      const nowMs = performance.now();
      freeAtMs = Math.max(nowMs, freeAtMs) + (1000 * bytes.length) / line.uploadThroughput;
      from.pause();
      setTimeout(() => from.resume(), freeAtMs - nowMs);
      setTimeout(() => to.write(bytes), freeAtMs - nowMs + line.latency / 2);
    });
    from.on('close', () => setTimeout(() => to.destroy(), line.latency / 2));
    from.on('error', () => from.destroy());
  };
}

/** Opens it at a port of this machine, before a server at another one. */
export async function openSlowLine(port: number, serverPort: number): Promise<SlowLine> {
  const sockets = new Set<Socket>();
  let isSlow = false;
  let upAtMs = 0;
  const [up, down] = [createWay(() => isSlow), createWay(() => isSlow)];
  const cutAll = () => {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  };
  const server = createServer((client) => {
    if (performance.now() < upAtMs) return void client.destroy();
    const upstream = connect(serverPort, '127.0.0.1');
    sockets.add(client).add(upstream);
    up(client, upstream);
    down(upstream, client);
  });
  await once(server.listen(port, '127.0.0.1'), 'listening');
  return {
    slowDown: () => {
      isSlow = true;
    },
    cut(milliseconds) {
      upAtMs = performance.now() + milliseconds;
      cutAll();
    },
    async close() {
      server.close();
      cutAll();
      await once(server, 'close');
    },
  };
}
