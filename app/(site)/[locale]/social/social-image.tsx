import { messagesFor } from '@/lib/platform/i18n/messages-for';
import type { Locale } from '@/lib/platform/i18n/routing';
import { siteSettings } from '@/lib/platform/settings/current-settings';
import { nameParts } from '@/app/ui/wordmark';
import { SECTIONS, SOCIAL_SIZE } from './sections';
import type { SocialSection } from './sections';

/** The light theme of app/tokens.css: the picture uses no other theme and no stylesheet. */
const paper = '#fbf9f4';
const ink = '#1d1c1a';
const muted = '#5b574f';
const rule = '#dcd6c9';
const accent = '#173f6b';

type Mark = 'yes' | 'no' | 'indirect' | 'none';
const COLUMNS = 7;
const ROWS = 9;
const STEP = 46;

/** A card for a part of the site: its name, its content, and a corner of the matrix that differs for each part. */
export function SocialImage({ locale, section }: { locale: Locale; section: SocialSection }) {
  const { siteName, publisher } = siteSettings();
  const { title, line } = messagesFor(locale).home.social[section];
  return (
    <div
      style={{
        display: 'flex',
        width: '100%',
        height: '100%',
        background: paper,
        color: ink,
        fontFamily: 'Source Serif 4',
      }}
    >
      <div
        style={{
          display: 'flex',
          flexDirection: 'column',
          justifyContent: 'space-between',
          width: 790,
          padding: '64px 0 56px 72px',
        }}
      >
        <Name {...nameParts(siteName)} />
        <div style={{ display: 'flex', flexDirection: 'column' }}>
          <div style={{ fontSize: title.length > 30 ? 68 : 92, lineHeight: 1.08, letterSpacing: '-0.02em' }}>
            {title}
          </div>
          <div style={{ marginTop: 26, fontSize: 32, lineHeight: 1.35, color: muted }}>{line}</div>
        </div>
        <div style={{ display: 'flex', paddingTop: 22, borderTop: `2px solid ${rule}`, fontSize: 24, color: muted }}>
          {publisher}
        </div>
      </div>
      <div
        style={{
          display: 'flex',
          position: 'absolute',
          right: 0,
          top: 0,
          width: 350,
          height: SOCIAL_SIZE.height,
          borderLeft: `2px solid ${rule}`,
          background: '#f4f0e7',
        }}
      >
        <Corner seed={SECTIONS.indexOf(section)} />
      </div>
    </div>
  );
}

function Name({ first, second }: { first: string; second: string }) {
  return (
    <div style={{ display: 'flex', alignItems: 'center' }}>
      <svg width="58" height="58" viewBox="4 4 24 24" fill="none" stroke={accent} strokeWidth="1.5">
        <circle cx="10" cy="10" r="5.4" fill={accent} stroke="none" />
        <circle cx="22" cy="10" r="4.6" />
        <circle cx="10" cy="22" r="4.6" />
        <path d="M10 17.4a4.6 4.6 0 0 0 0 9.2z" fill={accent} stroke="none" />
        <circle cx="22" cy="22" r="5.4" fill={accent} stroke="none" />
      </svg>
      <div style={{ marginLeft: 22, fontSize: 34, fontWeight: 600, letterSpacing: '0.09em' }}>{first}</div>
      <div style={{ marginLeft: 14, fontSize: 42, fontStyle: 'italic' }}>{second}</div>
    </div>
  );
}

/** Marks in rows and columns like the matrix; the same for the same part at each build. */
function Corner({ seed }: { seed: number }) {
  const places = Array.from({ length: COLUMNS * ROWS }, (_, at) => ({
    x: (at % COLUMNS) * STEP,
    y: Math.floor(at / COLUMNS) * STEP,
    mark: markAt(at, seed),
  }));
  const [width, height] = [COLUMNS * STEP, ROWS * STEP];
  return (
    <svg
      style={{ position: 'absolute', left: 13, top: (SOCIAL_SIZE.height - height) / 2 }}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      fill="none"
    >
      {places.map(({ x, y, mark }) => drawn(mark, x + STEP / 2, y + STEP / 2))}
    </svg>
  );
}

function drawn(mark: Mark, x: number, y: number) {
  const key = `${x} ${y}`;
  if (mark === 'yes') return <circle key={key} cx={x} cy={y} r="14" fill={accent} />;
  if (mark === 'no')
    return <circle key={key} cx={x} cy={y} r="12.6" stroke={accent} strokeWidth="2.8" opacity="0.55" />;
  if (mark === 'none') return <path key={key} d={`M${x - 8} ${y}h16`} stroke={muted} strokeWidth="2.6" opacity="0.5" />;
  return (
    <g key={key} opacity="0.8">
      <circle cx={x} cy={y} r="12.6" stroke={accent} strokeWidth="2.8" />
      <path d={`M${x} ${y - 12.6}a12.6 12.6 0 0 0 0 25.2z`} fill={accent} />
    </g>
  );
}

/** A fixed sequence that looks random. */
function markAt(at: number, seed: number): Mark {
  const lot = Math.abs(Math.sin((at + 1) * 12.9898 + (seed + 1) * 78.233) * 43758.5453) % 1;
  return lot < 0.5 ? 'yes' : lot < 0.72 ? 'no' : lot < 0.88 ? 'indirect' : 'none';
}
