import { BlockList, isIP } from "node:net";

/** Not of the public Internet: IANA's special-purpose registries (RFC 6890 and its successors). */
const CLOSED_V4 = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
];

/** Of IPv6 only global unicast (2000::/3) is public, without what wraps or documents other addresses. */
const OPEN_V6 = "2000::/3";
const CLOSED_V6 = ["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"];

const closed = new BlockList();
for (const range of CLOSED_V4) closed.addSubnet(...parts(range), "ipv4");
for (const range of CLOSED_V6) closed.addSubnet(...parts(range), "ipv6");
const global = new BlockList();
global.addSubnet(...parts(OPEN_V6), "ipv6");

function parts(range: string): [string, number] {
  const [network = "", bits] = range.split("/");
  return [network, Number(bits)];
}

/** May a server of ours connect to this address on behalf of somebody else? */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !closed.check(address, "ipv4");
    // A mapped address (::ffff:10.0.0.1) is not in 2000::/3.
    case 6:
      return global.check(address, "ipv6") && !closed.check(address, "ipv6");
    default:
      return false;
  }
}
