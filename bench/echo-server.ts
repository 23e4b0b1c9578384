import type { AddressInfo } from 'node:net';
import fastify from 'fastify';

/** The least that a server on Fastify can do with a body: take it raw and send it back. */
const app = fastify();
app.removeAllContentTypeParsers();
app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
app.post('/', async (request, reply) => reply.header('content-type', 'application/json').send(request.body));
await app.listen({ port: 0, host: '127.0.0.1' });
const { port } = app.server.address() as AddressInfo;
process.stdout.write(`${JSON.stringify({ port, token: '81EEF678-28EE-4759-A82E-6CBBBE6BC442' })}\n`);
