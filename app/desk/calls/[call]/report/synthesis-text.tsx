import type { Synthesis } from '@/lib/publication/reports/synthesis/schema';

type SynthesisTextProps = { sections: Synthesis };

/** The sections of a synthesis as they were typed, to read and to take words from. */
export function SynthesisText({ sections }: SynthesisTextProps) {
  if (sections.length === 0) return <p className="text-muted">It has no section.</p>;
  return sections.map(({ title, text }, at) => (
    <section key={at} className="max-w-[46rem] py-4" aria-labelledby={`section-${at}`}>
      <h2 id={`section-${at}`} dir="auto" className="text-2xl">
        {title}
      </h2>
      <pre dir="auto" className="mt-2 font-sans whitespace-pre-wrap wrap-anywhere">
        {text}
      </pre>
    </section>
  ));
}
