import { Link } from '@/app/ui/link';
import { sayMoment } from '@/lib/platform/i18n/dates';
import type { ReportText } from '@/lib/publication/reports/synthesis/texts';

/** Every version of the text, the newest first. */
export function VersionList({ call, texts }: { call: string; texts: readonly ReportText[] }) {
  return (
    <section aria-labelledby="versions" className="py-6">
      <h2 id="versions" className="text-2xl">
        Versions of the text
      </h2>
      {texts.length === 0 ? (
        <p className="mt-2 text-muted">None yet.</p>
      ) : (
        <ol className="mt-2 max-w-[46rem]">
          {texts.map(({ version, note, author, createdAt }) => (
            <li key={version} className="border-b border-rule py-3">
              <Link href={`/desk/calls/${call}/report/versions/${version}`} className="link font-semibold">
                Version {version}
              </Link>
              <p className="text-sm text-muted wrap-anywhere">
                {sayMoment(createdAt.toISOString(), 'en')}, <bdi>{author}</bdi>
                {note && (
                  <>
                    : <bdi>{note}</bdi>
                  </>
                )}
              </p>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
