import { cutAtWord } from '@/lib/text/cut-text';

const MOST = 320;

/** How a text begins: its first paragraph, and of a long one as many whole words as fit, with three dots behind them. */
export function excerptOf(text: string): string {
  const [first = ''] = text.trim().split(/\n\s*\n/);
  if (first.length <= MOST) return first === text.trim() ? first : `${first} …`;
  return cutAtWord(first, MOST + ' …'.length);
}
