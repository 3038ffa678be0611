import { getDomain } from 'tldts';
import { foldedWords } from '@/lib/platform/text/fold-text';
import { isMailboxOfAnybody } from './public-mail';

/** A person's organisation as they name it, and their e-mail address. */
export type Belonging = { organisation: string | null; email: string | null };

/**
 * Whether two people are of one organisation. `sure`: the same address, the same registrable e-mail domain (unless it
 * is a public mail service), or names that are the same without case, accents, signs, "the", legal form and an acronym
 * in brackets. `likely`: names that are the same but for a place after a comma, or where one is the other's acronym.
 * Null for everything else.
 */
export function organisationMatch(one: Belonging, other: Belonging): 'sure' | 'likely' | null {
  if (sameMailbox(one.email, other.email) || sameDomain(one.email, other.email)) return 'sure';
  const [mine, theirs] = [readName(one.organisation), readName(other.organisation)];
  if (!mine || !theirs) return null;
  if (mine.whole === theirs.whole || mine.core === theirs.core) return 'sure';
  const meet = mine.likely.some((name) => theirs.likely.includes(name));
  return meet ? 'likely' : null;
}

const sameMailbox = (one: string | null, other: string | null) =>
  one !== null && one.trim() !== '' && one.trim().toLowerCase() === other?.trim().toLowerCase();

function sameDomain(one: string | null, other: string | null): boolean {
  const mine = domainOf(one);
  return mine !== null && mine === domainOf(other);
}

/**
 * The registrable domain of an address: `unit.example.co.uk` belongs to the owner of `example.co.uk`. Null for a public
 * mail service.
 */
function domainOf(email: string | null): string | null {
  const host = (email ?? '').trim().toLowerCase().split('@').at(1) ?? '';
  // Domains below those of hosters, such as github.io, belong to different people.
  const domain = getDomain(host, { allowPrivateDomains: true });
  return domain === null || isMailboxOfAnybody(domain) ? null : domain;
}

/**
 * The names of an organisation: `whole` as typed, `core` without the optional parts, `likely` all ways in which another
 * person may write it.
 */
type Name = { whole: string; core: string; likely: string[] };

function readName(typed: string | null): Name | null {
  const text = typed ?? '';
  const whole = said(text);
  if (whole === '') return null;
  const brackets = [...text.matchAll(BRACKETS)].map(([, inside = '']) => inside);
  const bare = text.replace(BRACKETS, ' ');
  // Brackets hold an acronym, or else a part of the name, such as the country of a ministry.
  const acronyms = brackets.filter(isAcronym);
  const full = acronyms.length === brackets.length ? bare : text;
  const core = said(full) || whole;
  const [beforeComma = '', ...after] = full.split(/[,،、，]/);
  const place = after.length > 0 ? said(beforeComma) : '';
  const named = acronyms.map((acronym) => foldedWords(acronym).join(' '));
  return {
    whole,
    core,
    likely: [...new Set([core, place, ...named, initialsOf(beforeComma)])].filter((name) => name.length > 1),
  };
}

const BRACKETS = /[([（]([^()[\]（）]*)[)\]）]/g;

/** `EIC`, `E.I.C.`, `UNIDIR`, `GFCE`: one word, mostly of capitals. */
const isAcronym = (text: string) =>
  /^[\p{L}\p{N}.&/-]{2,12}$/u.test(text.trim()) && (text.match(/\p{Lu}/gu)?.length ?? 0) >= 2;

/** The words that tell one organisation from another, folded; all of its words where nothing else is left. */
function said(text: string): string {
  const words = joinInitials(foldedWords(text)).filter((word) => word !== 'the');
  let end = words.length;
  while (end > 1 && LEGAL_FORMS.has(words[end - 1] ?? '')) end -= 1;
  return words.slice(0, end).join(' ');
}

/** `e. V.`, `S. A.`, `B.V.`: letters that stand alone are one word. */
function joinInitials(words: string[]): string[] {
  const joined: string[] = [];
  let letters = '';
  for (const word of [...words, '']) {
    if ([...word].length === 1 && /\p{L}/u.test(word)) letters += word;
    else {
      if (letters) joined.push(letters);
      letters = '';
      if (word) joined.push(word);
    }
  }
  return joined;
}

/** Words that an acronym leaves out. */
const SMALL = new Set([
  'of',
  'the',
  'for',
  'and',
  'on',
  'in',
  'at',
  'to',
  'de',
  'la',
  'le',
  'les',
  'des',
  'du',
  'et',
  'para',
  'y',
  'del',
  'der',
  'die',
  'das',
  'fur',
  'und',
  'von',
]);

/**
 * `EastWest Institute Centre` is EWIC or EIC; here EIC. Empty for fewer than three words, whose initials too many
 * organisations share.
 */
function initialsOf(text: string): string {
  const words = said(text.replace(BRACKETS, ' '))
    .split(' ')
    .filter((word) => !SMALL.has(word));
  return words.length < 3 ? '' : words.map((word) => [...word][0]).join('');
}

/** As they stand at the end of a name, folded. */
const LEGAL_FORMS = new Set(
  `ltd limited inc incorporated corp corporation co company llc llp lp plc pllc pty pvt private gmbh ggmbh mbh ag kg kgaa ohg ug ev eingetragener verein se eg
  sa sas sarl sasu snc scs asbl aisbl vzw npo ngo bv nv cv cooperatief spa srl sl slu slne ltda cia cv sab sapi eireli oy oyj ry ab as asa aps ks is sro zrt kft bt
  doo ad ooo oao zao pao jsc ojsc pjsc kk gk yk sdn bhd tbk pt pte fze fzco dmcc eood ood oue ou sia uab`.split(/\s+/),
);
