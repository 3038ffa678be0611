// A process of its own that makes one PDF file and ends: pdf-file.ts starts it. It gets a document as JSON by its
// standard input, and answers with the file, or with one line on its standard error and the exit code 1.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { json } from 'node:stream/consumers';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { MISSING, readFonts } from './fonts.mjs';

// Empty, so that the template has nothing to read, whatever is in its data.
const workspace = mkdtempSync(path.join(os.tmpdir(), 'bpf-pdf-'));
try {
  // pdf-file.ts has written it.
  const asked = /** @type {Parameters<typeof fileOf>[0]} */ (await json(process.stdin));
  process.stdout.write(fileOf(asked));
} catch (error) {
  process.stderr.write(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
} finally {
  rmSync(workspace, { recursive: true, force: true });
}

/**
 * @param {{ instant: number }} asked The document, and the moment it is dated with, in seconds.
 * @returns {Buffer}
 */
function fileOf({ instant, ...document }) {
  const { fonts, showable, unmarked } = readFonts(path.join(import.meta.dirname, '../../../node_modules'));
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: fonts }] });
  try {
    return compiledBy(compiler, { document, instant, shown: showable });
  } catch (error) {
    if (!String(error).includes('could not be displayed')) throw error;
    return compiledBy(compiler, { document, instant, shown: unmarked });
  }
}

/**
 * @param {NodeCompiler} compiler
 * @param {{ document: object; instant: number; shown: (text: string) => string }} asked
 * @returns {Buffer}
 */
function compiledBy(compiler, { document, instant, shown }) {
  let hasMissing = false;
  const data = JSON.stringify(document, (_, value) => {
    if (typeof value !== 'string') return value;
    const text = shown(value);
    hasMissing ||= boxesIn(text) > boxesIn(value);
    return text;
  });
  const compiled = compiler.compile({
    mainFileContent: readFileSync(path.join(import.meta.dirname, 'template.typ'), 'utf8'),
    inputs: { document: data, missing: hasMissing ? 'yes' : 'no' },
  });
  const { result } = compiled;
  if (!result) throw new Error(JSON.stringify(compiled.takeError()?.shortDiagnostics));
  return compiler.pdf(result, { pdfStandard: 'ua-1', creationTimestamp: instant });
}

/** @param {string} text */
function boxesIn(text) {
  return text.split(MISSING).length;
}
