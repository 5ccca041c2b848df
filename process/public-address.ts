/**
 * Which addresses of the network are somebody else's: what a tenant names must not reach what only we can reach.
 */
import { BlockList, isIP } from 'node:net'

/** IANA's special-purpose registries (RFC 6890), multicast, and IPv6 that carries an IPv4 address inside. */
const SPECIAL_4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
  ...['192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24'],
  ...['203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
]
const SPECIAL_6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']

const special = new BlockList()
const global6 = new BlockList()
const loopback = new BlockList()
for (const network of SPECIAL_4) special.addSubnet(...split(network), 'ipv4')
for (const network of SPECIAL_6) special.addSubnet(...split(network), 'ipv6')
global6.addSubnet('2000::', 3, 'ipv6')
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

function split(network: string): [string, number] {
  const [address = '', bits] = network.split('/')
  return [address, Number(bits)]
}

/** Whether anybody on the internet could reach this IP address too. What is no IP address at all is not public. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 4) return !special.check(address, 'ipv4')
  return isIP(address) === 6 && global6.check(address, 'ipv6') && !special.check(address, 'ipv6')
}

/** Whether this IP address is this machine itself. */
export function isLoopback(address: string): boolean {
  return isIP(address) > 0 && loopback.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6')
}
