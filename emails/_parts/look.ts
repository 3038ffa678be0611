import type { CSSProperties } from 'react';

/**
 * The site's tokens as far as mail programs support them: system fonts, inlined styles. `DARK` changes the classes'
 * colours in programs that support it; others invert the colours themselves, and the plain palette stays readable.
 */
const serif = "'Source Serif 4', Georgia, 'Times New Roman', serif";
const sans = "'Source Sans 3', 'Segoe UI', Helvetica, Arial, sans-serif";

export const look = {
  body: { margin: 0, backgroundColor: '#fbf9f4', color: '#1d1c1a', fontFamily: sans },
  page: { maxWidth: '36rem', margin: '0 auto', padding: '28px 22px 40px' },
  name: {
    margin: '0 0 28px',
    fontSize: '14px',
    lineHeight: '20px',
    fontWeight: 600,
    letterSpacing: '0.06em',
    color: '#173f6b',
  },
  title: {
    margin: '0 0 18px',
    fontFamily: serif,
    fontSize: '28px',
    lineHeight: '34px',
    fontWeight: 400,
    color: '#1d1c1a',
  },
  heading: {
    margin: '32px 0 8px',
    fontFamily: serif,
    fontSize: '20px',
    lineHeight: '26px',
    fontWeight: 500,
    color: '#1d1c1a',
  },
  subheading: { margin: '18px 0 4px', fontSize: '16px', lineHeight: '22px', fontWeight: 600, color: '#1d1c1a' },
  text: { margin: '0 0 14px', fontSize: '16px', lineHeight: '25px', color: '#1d1c1a', whiteSpace: 'pre-line' },
  line: { margin: '0 0 4px', fontSize: '16px', lineHeight: '24px', color: '#1d1c1a', whiteSpace: 'pre-line' },
  muted: { margin: '0 0 10px', fontSize: '14px', lineHeight: '21px', color: '#5b574f' },
  quote: { margin: '0 0 18px', padding: '2px 0 2px 16px', borderLeft: '3px solid #173f6b' },
  quoteRightToLeft: { margin: '0 0 18px', padding: '2px 16px 2px 0', borderRight: '3px solid #173f6b' },
  button: {
    display: 'inline-block',
    margin: '8px 0 18px',
    padding: '13px 22px',
    borderRadius: '2px',
    backgroundColor: '#173f6b',
    color: '#ffffff',
    fontSize: '16px',
    lineHeight: '20px',
    fontWeight: 600,
    textDecoration: 'none',
  },
  address: { margin: '0 0 18px', fontSize: '14px', lineHeight: '21px', wordBreak: 'break-all' },
  addressLink: { color: '#173f6b', textDecoration: 'underline' },
  rule: { margin: '32px 0 18px', border: 'none', borderTop: '1px solid #dcd6c9' },
} satisfies Record<string, CSSProperties>;

export const DARK = `
  :root { color-scheme: light dark; }
  @media (prefers-color-scheme: dark) {
    .paper, .paper td { background-color: #14171b !important; }
    .ink { color: #ebe7de !important; }
    .muted { color: #aca89e !important; }
    .accent { color: #9dc3ef !important; }
    .button { background-color: #9dc3ef !important; color: #0e1a28 !important; }
    .quote { border-left-color: #9dc3ef !important; border-right-color: #9dc3ef !important; }
    .rule { border-top-color: #343a43 !important; }
  }
`;
