import { networkInterfaces } from 'node:os';
import type { Config } from '../config.ts';

/** Where the server listens and what its public origin is, as follows from the settings. */
export type Addresses = {
  readonly http: { readonly host: string; readonly port: number };
  readonly https: { readonly host: string; readonly port: number } | null;
  /** Origin without a trailing slash. */
  readonly publicUrl: string;
};

/** This machine's address in its local network, as a phone nearby would reach it; null without a network. */
export function localNetworkAddress(): string | null {
  const all = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return all.find((address) => address.family === 'IPv4' && !address.internal)?.address ?? null;
}

/** With `https` plain HTTP stays on loopback, for SDKs, and everything else comes by TLS (contracts §4). */
export function addressesOf(config: Config): Addresses {
  const { port, host } = config;
  const secure = config.https ? { host: '0.0.0.0', port: port + 1 } : null;
  const named = host === '127.0.0.1' || host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  const fallback = secure
    ? `https://${localNetworkAddress() ?? 'localhost'}:${secure.port}`
    : `http://${named.includes(':') ? `[${named}]` : named}:${port}`;
  return {
    http: { host: config.https ? '127.0.0.1' : host, port },
    https: secure,
    publicUrl: (config.publicUrl || fallback).replace(/\/$/, ''),
  };
}

const privateHosts = [
  /^localhost$/,
  /\.localhost$/,
  /^127\./,
  /^10\./,
  /^192\.168\./,
  /^172\.(1[6-9]|2\d|3[01])\./,
  /^169\.254\./,
  /^\[::1\]$/,
  /^\[f[cd]/,
  /^\[fe80:/,
];

/** Whether only this machine or its own network can reach the URL (RFC 1918, RFC 4193, RFC 6761). */
export function isLocalUrl(url: string): boolean {
  const { hostname } = new URL(url);
  return privateHosts.some((pattern) => pattern.test(hostname));
}
