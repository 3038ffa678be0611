import type { Metadata } from 'next';
import { BACKUP_TROUBLE } from '@/app/desk/words/backups';
import { DeskTitle } from '@/app/desk/parts/desk-title';
import { requireActor } from '@/app/server/session';
import { Link } from '@/app/ui/link';
import { Notice } from '@/app/ui/notice';
import { Cell, ColumnHead, RowHead, Table } from '@/app/ui/table';
import type { Backup, Backups } from '@/lib/platform/backups';
import { readBackups } from '@/lib/platform/backups';
import { sayMoment } from '@/lib/platform/i18n/dates';

export const metadata: Metadata = { title: 'Backups' };

/** Which backups the forum's own commands made, and which of them were restored as a trial. */
export default async function BackupsPage() {
  await requireActor('/desk/settings/backups', 'settings.manage');
  const { newest, verified, trouble, list } = await readBackups();
  return (
    <>
      <DeskTitle
        title="Backups"
        lead="With BACKUP_DIR set on the server, a backup is made each day, and restored each week into a database that is thrown away. Commands typed on the server are listed too."
      >
        <p className="mt-2">
          <Link href="/desk/settings" className="link">
            All settings
          </Link>
        </p>
      </DeskTitle>
      {trouble && (
        <div className="mb-6">
          <Notice kind="warning" title={BACKUP_TROUBLE[trouble]}>
            <p>The list says why. On the server, npm run backup -- FILE makes one by hand.</p>
          </Notice>
        </div>
      )}
      <LastOnes newest={newest} verified={verified} />
      {list.length > 0 && <BackupList list={list} />}
    </>
  );
}

const LastOnes = ({ newest, verified }: Pick<Backups, 'newest' | 'verified'>) => (
  <dl className="mb-8 grid max-w-[46rem] gap-x-6 gap-y-1 sm:grid-cols-[14rem_minmax(0,1fr)]">
    <dt className="text-muted">Last backup</dt>
    <dd>{newest ? <Moment at={newest.at} /> : 'None so far.'}</dd>
    <dt className="text-muted">Last one that was restored</dt>
    <dd>{verified?.checkedAt ? <Moment at={verified.checkedAt} /> : 'None so far.'}</dd>
  </dl>
);

const BackupList = ({ list }: { list: readonly Backup[] }) => (
  <Table id="backups" caption="The last 30 backups, the newest first">
    <thead>
      <tr>
        <ColumnHead>Made (UTC)</ColumnHead>
        <ColumnHead>File</ColumnHead>
        <ColumnHead>Content</ColumnHead>
        <ColumnHead>Restored as a trial</ColumnHead>
      </tr>
    </thead>
    <tbody>
      {list.map((backup) => (
        <tr key={`${backup.file} ${backup.at.toISOString()}`}>
          <RowHead className="font-normal">
            <Moment at={backup.at} />
          </RowHead>
          <Cell className="wrap-anywhere">{backup.file}</Cell>
          <Cell className="wrap-anywhere">{contentInWords(backup)}</Cell>
          <Cell className="wrap-anywhere">{checkInWords(backup)}</Cell>
        </tr>
      ))}
    </tbody>
  </Table>
);

const Moment = ({ at }: { at: Date }) => <time dateTime={at.toISOString()}>{sayMoment(at.toISOString(), 'en')}</time>;

function contentInWords({ bytes, rows, failure }: Backup): string {
  if (failure !== null) return `Not made: ${failure}`;
  if (bytes === null || rows === null) return 'Made elsewhere';
  return `${(bytes / 1_048_576).toFixed(1)} MB, ${rows.toLocaleString('en')} rows`;
}

function checkInWords({ checkedAt, checkFailure }: Backup): string {
  if (checkedAt === null) return '–';
  const day = sayMoment(checkedAt.toISOString(), 'en');
  return checkFailure === null ? `${day}: whole` : `${day}: ${checkFailure}`;
}
