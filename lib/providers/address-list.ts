import ipaddr from 'ipaddr.js';

/** Networks, each with the length of its prefix; a single address is a network of one. */
export type AddressList = readonly (readonly [network: ipaddr.IPv4 | ipaddr.IPv6, prefixLength: number])[];

/** Addresses and networks such as `10.0.0.0/8`, separated by commas. `null` when one of them is neither, or none is there. */
export function parseAddressList(text: string): AddressList | null {
  const items = text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
  const list = items.map(parseNetwork).filter((network) => network !== null);
  return list.length > 0 && list.length === items.length ? list : null;
}

function parseNetwork(text: string): readonly [ipaddr.IPv4 | ipaddr.IPv6, number] | null {
  const [addressText = '', prefixText, ...rest] = text.split('/');
  const address = parseAddress(addressText);
  if (!address || rest.length > 0) return null;
  const longest = address.kind() === 'ipv4' ? 32 : 128;
  if (prefixText === undefined) return [address, longest];
  const prefixLength = /^\d{1,3}$/.test(prefixText) ? Number(prefixText) : Number.NaN;
  return prefixLength <= longest ? [address, prefixLength] : null;
}

/** Whether an address is one of the list. An IPv4 address that came mapped into IPv6 is that IPv4 address. */
export function isListed(list: AddressList, text: string): boolean {
  const address = parseAddress(text);
  return (
    address !== null &&
    list.some(([network, prefixLength]) => network.kind() === address.kind() && address.match(network, prefixLength))
  );
}

function parseAddress(text: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  const isAddress = ipaddr.IPv4.isValidFourPartDecimal(text) || ipaddr.IPv6.isValid(text);
  return isAddress ? ipaddr.process(text) : null;
}
