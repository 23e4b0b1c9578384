/** An IPv6 customer holds a whole /64, so that is what is counted. */
export function addressKey(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address.replace('::ffff:', '');
  const [head = ''] = address.split('::');
  return `${head.split(':').slice(0, 4).join(':')}::/64`;
}
