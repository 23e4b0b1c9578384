import { BlockList, isIP } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { Config } from '../config.ts';

/** Where the server listens and what its public origin is, as follows from the settings. */
export type Addresses = {
  readonly http: { readonly host: string; readonly port: number };
  readonly https: { readonly host: string; readonly port: number } | null;
  /** Origin without a trailing slash. */
  readonly publicUrl: string;
  /** Where an SDK on this machine calls the API: never through a certificate that no SDK would trust. */
  readonly apiOrigin: string;
};

/** Networks inside one machine (containers, virtual machines), which no phone is in. */
const insideNames = /^(docker|br-|veth|virbr|vmnet|vboxnet|utun|tun|tap|cni|podman)/;

function ownAddresses(): readonly { readonly name: string; readonly address: string }[] {
  return Object.entries(networkInterfaces()).flatMap(([name, list]) =>
    (list ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4')
      .map(({ address }) => ({ name, address })),
  );
}

/** This machine's address in its local network, as a phone nearby would reach it; null without a network. */
export function localNetworkAddress(): string | null {
  const all = ownAddresses();
  return (all.find(({ name }) => !insideNames.test(name)) ?? all[0])?.address ?? null;
}

function origin(scheme: string, host: string, port: number): string {
  return `${scheme}://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

const everywhere = ['0.0.0.0', '::'];

/** With `https` plain HTTP stays on loopback, for SDKs, and everything else comes by TLS (contracts §4). */
export function addressesOf(config: Config): Addresses {
  const { port, host } = config;
  const secure = config.https ? { host: '0.0.0.0', port: port + 1 } : null;
  const http = { host: secure ? '127.0.0.1' : host, port };
  const reached = everywhere.includes(http.host) ? '127.0.0.1' : http.host;
  const named = reached === '127.0.0.1' ? 'localhost' : reached;
  const fallback = secure
    ? origin('https', localNetworkAddress() ?? 'localhost', secure.port)
    : origin('http', named, port);
  const publicUrl = (config.publicUrl || fallback).replace(/\/$/, '');
  return { http, https: secure, publicUrl, apiOrigin: origin('http', reached, port) };
}

/**
 * RFC 1122 (loopback), RFC 1918 and RFC 4193 (private), RFC 3927 and RFC 4291 (link-local), RFC 2544, RFC 5737 and
 * RFC 3849 (laboratories and documentation): what no router of the open internet forwards.
 */
const privateNetworks = new BlockList();
for (const [network, prefix] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['169.254.0.0', 16],
  ['198.18.0.0', 15],
  ['192.0.2.0', 24],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
] as const) {
  privateNetworks.addSubnet(network, prefix, 'ipv4');
}
privateNetworks.addAddress('::1', 'ipv6');
privateNetworks.addSubnet('fc00::', 7, 'ipv6');
privateNetworks.addSubnet('fe80::', 10, 'ipv6');
privateNetworks.addSubnet('2001:db8::', 32, 'ipv6');

function isPrivateAddress(address: string): boolean {
  const family = isIP(address);
  return family !== 0 && privateNetworks.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

/** Whether the URL's host is this machine or its own network: names `localhost` (RFC 6761) and private addresses. */
export function isLocalUrl(url: string): boolean {
  const { hostname } = new URL(url);
  if (hostname === 'localhost' || hostname.endsWith('.localhost')) return true;
  return isPrivateAddress(hostname.replace(/^\[|\]$/g, ''));
}

/**
 * Whether `/try` is served: as the setting says, else only while the public URL is local. A server that listens on
 * all addresses of a machine on the open internet is not local, whatever it takes its URL to be.
 */
export function isTryServed(config: Config): boolean {
  if (config.try !== null) return config.try;
  const { http, https, publicUrl } = addressesOf(config);
  if (!isLocalUrl(publicUrl)) return false;
  const isOpen = https !== null || everywhere.includes(http.host);
  return !isOpen || ownAddresses().every(({ address }) => isPrivateAddress(address));
}
