import { BlockList, isIP, isIPv4 } from 'node:net';
import { exitCodes, UserError } from '../project/errors.ts';

/** What a source may do that is refused otherwise. */
export interface Allowed {
  /** Plain http. */
  http: boolean;
  /** Addresses of this machine and of private networks. */
  private: boolean;
}

const notPublic = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  notPublic.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  ['::', 128],
  ['::1', 128],
  ['64:ff9b::', 96],
  ['100::', 64],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  notPublic.addSubnet(net, bits, 'ipv6');

/** Whether an address is not one of the public internet (RFC 6890); an IPv4 address inside an IPv6 one counts as itself. */
export function isPrivateAddress(address: string): boolean {
  if (isIPv4(address)) return notPublic.check(address, 'ipv4');
  if (isIP(address) !== 6) return true;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return notPublic.check(mapped, 'ipv4');
  return /^::ffff:/i.test(address) || notPublic.check(address, 'ipv6');
}

/**
 * The address to ask for. Throws CF-FETCH-002 where it is no address, CF-FETCH-003 for another scheme than https,
 * CF-FETCH-004 for a user name in it, CF-FETCH-005 for a private address.
 */
export function checkedUrl(text: string, allowed: Allowed, base?: string): URL {
  const url = URL.parse(text, base);
  if (!url)
    throw refused(
      'CF-FETCH-002',
      'An address of the source is no address.',
      'Correct the url of the source in counterfoil.yaml.',
    );
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && allowed.http)) {
    throw refused(
      'CF-FETCH-003',
      `The source leads to an address without https (${url.host}).`,
      'If that is meant, write "allow: [http]" under the source.',
    );
  }
  if (url.username !== '' || url.password !== '') {
    throw refused(
      'CF-FETCH-004',
      'The address of a source carries a user name.',
      'Keys come from the environment, never from an address.',
    );
  }
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && isPrivateAddress(host) && !allowed.private) throw privateAddress(url.host);
  return url;
}

/** The error for a name or an address that leads into a private network. */
export function privateAddress(host: string): UserError {
  return refused(
    'CF-FETCH-005',
    `The source leads to a private address (${host}).`,
    'If that is meant, write "allow: [private]" under the source.',
  );
}

function refused(code: string, message: string, hint: string): UserError {
  return new UserError(message, { code, exit: exitCodes.unreadable, hint });
}

/** An address as it may be kept: values of parameters that hold a key or a signature are taken out, and the fragment. */
export function shownUrl(url: URL): string {
  const copy = new URL(url);
  copy.hash = '';
  for (const name of new Set(copy.searchParams.keys())) {
    if (/key|token|sig|secret|password|credential|auth|session/i.test(name))
      copy.searchParams.set(name, 'left-out');
  }
  return copy.href;
}
