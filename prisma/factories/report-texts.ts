import type { Synthesis } from '@/lib/publication/reports/synthesis/schema';
import { listReportTexts, saveReportText } from '@/lib/publication/reports/synthesis/texts';
import { makeEditor } from './people';

/** The sections of the versions of a report's text, the newest first. */
export const savedSynthesis = async (call: string): Promise<Synthesis[]> =>
  (await listReportTexts(call)).map(({ sections }) => sections);

/** Another editor adds a section to the text of a report. */
export async function addSection(call: string, section: Synthesis[number]): Promise<void> {
  const [newest] = await listReportTexts(call);
  const done = await saveReportText(await makeEditor(), {
    call,
    sections: [...(newest?.sections ?? []), section],
    note: '',
    base: newest?.version ?? 0,
  });
  if (!done.ok) throw new Error(`not saved: ${JSON.stringify(done)}`);
}
