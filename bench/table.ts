import type { Breakdown } from '@/bench/breakdown/operations';
import type { Measured } from './measuring';

const AIM = 3;

/** The table that is printed. */
export function table(measured: Measured[]): string {
  const header = ['', 'requests/s', 'p95 ms', 'baseline requests/s', 'baseline p95 ms', 'slower by', `aim ${AIM}x`];
  const rows = measured.map(({ row, ours, baseline, slower }) => [
    row.title,
    count(ours.perSecond),
    ours.p95.toFixed(1),
    count(baseline.perSecond),
    baseline.p95.toFixed(1),
    `${slower.toFixed(1)}x`,
    slower <= AIM ? 'met' : 'missed',
  ]);
  return aligned([header, ...rows]);
}

/** What costs most, per row: processor time of the server's process, and how a single request spends its time. */
export function costs(measured: Measured[], breakdowns: Breakdown[]): string {
  const lines = measured.map(({ row, ours, baseline }) => {
    const breakdown = breakdowns.find((one) => one.part === row.part);
    const cpu =
      ours.cpu === null || baseline.cpu === null
        ? ''
        : `${ours.cpu.toFixed(2)} ms of processor per request (baseline: ${baseline.cpu.toFixed(2)}). `;
    return `- ${row.title}: ${cpu}${breakdown ? `${row.kept ? 'From memory; made anew ' : 'By itself '}${spent(breakdown)}` : ''}`;
  });
  return [
    'What costs most: processor time of the server’s process over HTTP, then one operation at a time without HTTP.',
    ...lines,
  ].join('\n');
}

function spent({ statements, total, inDatabase, slowest }: Breakdown): string {
  const share = Math.round((inDatabase / total) * 100);
  return `${total.toFixed(1)} ms, ${statements} statements, ${share} % waiting for PostgreSQL. Longest: ${slowest.join('; ')}.`;
}

const count = (number: number) => Math.round(number).toLocaleString('en');

export function aligned(rows: string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((text, column) => (column === 0 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0)))
        .join('  '),
    )
    .join('\n');
}
