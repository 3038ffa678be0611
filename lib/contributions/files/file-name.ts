import { cleanText } from '@/lib/platform/text/clean-text';
import { cutText } from '@/lib/platform/text/cut-text';
import { MAX_NAME_LENGTH } from './constants';

/**
 * A file's name, safe to show and to download: the last part of its path, without control characters, invisible signs
 * and those that turn the direction of writing (`reportfdp.exe` would read `reportexe.pdf`), and of a sane length.
 */
export function cleanFileName(given: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? '';
  const visible = cleanText(last.normalize('NFC'))
    .text.replace(/(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Co}]/gu, '')
    .replace(/[<>:"|?*]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const extension = extensionOf(visible);
  const stem = extension ? visible.slice(0, -extension.length - 1) : visible;
  // So many signs, and no part of one more.
  const room = [...stem].slice(0, MAX_NAME_LENGTH).join('').length;
  const cut = cutText(stem, room).trimEnd() || 'file';
  return extension ? `${cut}.${extension}` : cut;
}

/** In lower case and without its dot; empty where there is none. */
export const extensionOf = (name: string): string => name.match(/\.([A-Za-z0-9]{1,8})$/)?.[1]?.toLowerCase() ?? '';

/** The header that makes a browser save a file under its name (RFC 6266), with a plain name for old browsers. */
export function contentDisposition(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
