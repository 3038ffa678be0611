import { siteSettings } from '@/lib/platform/settings/current-settings';
import { DATA_FILES } from '@/lib/publication/downloads/files';
import { metadataName } from '@/lib/publication/packaging/file-metadata';

/** Tables and workbooks are downloaded, all other files can be read in the browser. */
export const nameOfDownload = (file: string) => ({
  'Content-Disposition': `${/\.(csv|xlsx)$/.test(file) ? 'attachment' : 'inline'}; filename="${file}"`,
});

/** Links for programs to the file's description and licence. */
export function aboutFile(file: string) {
  const description = DATA_FILES.includes(file) ? [`<${metadataName(file)}>; rel="describedby"`] : [];
  return {
    Link: [
      ...description,
      '<datapackage.json>; rel="collection"',
      `<${siteSettings().licenceLink}>; rel="license"`,
    ].join(', '),
  };
}
