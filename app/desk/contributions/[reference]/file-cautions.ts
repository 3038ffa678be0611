import type { Finding } from '@/lib/contributions/files/examination/findings';

/** Each as the end of a sentence that begins with "When it is opened, it may". */
const ACTIVE: Record<Exclude<Finding, 'not_readable' | 'not_scanned'>, string> = {
  remote_template: 'fetch its template from another place, which can bring macros along',
  embedded_object: 'open an object of another program that it holds',
  activex: 'start a control (ActiveX)',
  dde: 'ask another program to run (DDE)',
  inserted_document: 'put another document into itself',
  remote_image: 'fetch an image from another place, which tells that place who reads it',
  external_content: 'fetch something from another place, or send something to it',
  script: 'run a script',
  launches_program: 'start a program',
  embedded_file: 'offer another file that it holds',
  media: 'play a film, a sound or a model',
};

const WHAT_TO_DO =
  'Save it, open it in protected view, and allow it nothing it asks for; where you need what it fetches or runs, ask for a plain PDF.';

const LIST = new Intl.ListFormat('en', { type: 'disjunction' });

/**
 * What an editor has to know and do before opening a file; undefined where the scan found nothing. `null`: the file was
 * not scanned.
 */
export function cautionFor(findings: readonly Finding[] | null): string | undefined {
  if (findings === null) return 'Not examined: it came before files were looked into. Open it in protected view.';
  const active = findings.flatMap((finding) =>
    finding === 'not_readable' || finding === 'not_scanned' ? [] : [ACTIVE[finding]],
  );
  const said = [
    active.length > 0 && `Active content. When it is opened, it may ${LIST.format(active)}. ${WHAT_TO_DO}`,
    findings.includes('not_readable') &&
      'Not examined in full: parts of it are locked or packed so that they could not be read. Open it in protected view.',
    findings.includes('not_scanned') && 'Not scanned: the scanner for harmful files did not answer when it came.',
  ].filter((sentence) => sentence !== false);
  return said.length > 0 ? said.join(' ') : undefined;
}
