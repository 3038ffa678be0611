/** Why an address can't be kept; `lib/platform/i18n/messages/en/errors.json` has the sentence for each. */
type AddressFault = 'not_a_link' | 'link_has_space' | 'link_has_backslash' | 'link_has_password' | 'link_needs_host';
export type WebAddress = { ok: true; address: string } | { ok: false; reason: AddressFault };

/** Host names that work only inside the network of the person who typed them. */
const LOCAL = /(^|\.)(localhost|local|internal|intranet|lan|invalid|home\.arpa)$/;
/** What is typed without a scheme and looks like a site, but is the name of a file. */
const FILE_NAME = /^[^/]+\.(pdf|docx?|xlsx?|pptx?|odt|html?|txt|csv)$/i;

/**
 * An address that a reader can open: http or https, with a site that has a public name. What is typed stays as it is,
 * letters of every script included; `www.example.org/x` gets its `https://`. Never one with a name or password in it:
 * it would be published.
 */
export function webAddress(typed: string): WebAddress {
  const text = typed.trim();
  if (/\s/.test(text)) return fault(/^(https?:|www\.)/i.test(text) ? 'link_has_space' : 'not_a_link');
  if (text.includes('\\')) return fault('link_has_backslash');
  const address = withScheme(text);
  if (address === null) return fault('not_a_link');
  const [, authority = ''] = /^https?:\/\/([^/?#]*)/i.exec(address) ?? [];
  if (authority.includes('@')) return fault('link_has_password');
  if (authority === '') return fault('link_needs_host');
  if (!URL.canParse(address)) return fault('not_a_link');
  const { hostname, port } = new URL(address);
  return isPublicName(hostname) && port !== '0' ? { ok: true, address } : fault('link_needs_host');
}

const fault = (reason: AddressFault): WebAddress => ({ ok: false, reason });

/** Null where it is an address of another kind, or none. */
function withScheme(text: string): string | null {
  if (/^https?:\/\//i.test(text)) return text;
  if (/^[a-z][a-z0-9+.-]*:(?!\d{1,5}(?:[/?#]|$))/i.test(text) || !/^[\p{L}\p{N}]/u.test(text) || FILE_NAME.test(text))
    return null;
  return /^[^/?#@]+\.[^/?#@]+(?:[/?#]|$)/.test(text) ? `https://${text}` : null;
}

/**
 * Parts with a dot between, the last of letters; numbers alone are an address inside some network more often than a
 * site.
 */
function isPublicName(hostname: string): boolean {
  const labels = hostname.replace(/\.$/, '').split('.');
  const sound = labels.every((label) => /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/.test(label));
  return (
    sound &&
    labels.length > 1 &&
    /^(?:[a-z]{2,}|xn--[a-z0-9-]+)$/.test(labels.at(-1) ?? '') &&
    !LOCAL.test(hostname.replace(/\.$/, ''))
  );
}
