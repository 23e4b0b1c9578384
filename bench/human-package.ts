import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

/** Where the bench's rivals are installed. */
const modules = fileURLToPath(new URL('./rivals/node_modules/', import.meta.url));
const { Human } = createRequire(import.meta.url)(`${modules}@vladmandic/human/dist/human.node-wasm.js`);

const off = { enabled: false };
// Its WebAssembly backend, because the other one needs a native library that its packages do not hold. A picture is never taken for one like
// the last, which needs a sensitivity without bound here.
const always = {
  ...{ backend: 'wasm', wasmPath: `${modules}@tensorflow/tfjs-backend-wasm/dist/` },
  ...{ debug: false, async: false, cacheSensitivity: Number.MAX_SAFE_INTEGER },
  ...{ filter: off, gesture: off, body: off, hand: off, object: off, segmentation: off },
};

/** `@vladmandic/human` with what it is to look for in a face. It fetches its models, so they are served to it, from its own package, until the process ends. */
export async function makeHuman(face: object) {
  const server = createServer((request, response) => {
    createReadStream(`${modules}@vladmandic/human/models/${request.url?.split('/').at(-1)}`).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const modelBasePath = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return new Human({ ...always, face, modelBasePath });
}
