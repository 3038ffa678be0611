const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const END_LENGTH = 22;
/** The first moment a ZIP archive can name: 1 January 1980, midnight, as two 16-bit numbers (time, date). */
const BEGINNING_OF_TIME = 0x0021_0000;

/**
 * The same archive without its time of creation, so that equal content gives equal bytes. The directory at its end
 * lists its entries.
 */
export function withoutClock(archive: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = archive.byteLength - END_LENGTH;
  if (view.getUint32(end, true) !== END_OF_DIRECTORY) throw new Error('This archive has a comment, or is none.');
  let at = view.getUint32(end + 16, true);
  while (at < end) {
    if (view.getUint32(at, true) !== CENTRAL_HEADER) throw new Error('The directory of this archive is not one.');
    const local = view.getUint32(at + 42, true);
    if (view.getUint32(local, true) !== LOCAL_HEADER) throw new Error('The directory of this archive leads nowhere.');
    view.setUint32(at + 12, BEGINNING_OF_TIME, true);
    view.setUint32(local + 10, BEGINNING_OF_TIME, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return archive;
}
