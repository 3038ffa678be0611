import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

/** Twice the size of the drawing: sharp on today's screens and in print. */
const ZOOM = 2;
const FAMILY = 'Source Serif 4';
const SUBSETS = ['latin', 'latin-ext', 'cyrillic', 'greek'];
const WEIGHTS = [400, 600];

const fromPackages = (file: string) => readFile(path.join(process.cwd(), 'node_modules', file));

/**
 * A drawing that is a file of its own as a PNG image, for slides and documents that take no SVG. Its words are set in the
 * site's serif type, because the renderer knows no fonts of the machine, and variable fonts only in their lightest
 * weight. The same drawing gives the same bytes everywhere.
 */
export async function pngOf(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const fontBuffers = await ready();
  const drawing = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: ZOOM },
    font: { fontBuffers, defaultFontFamily: FAMILY, sansSerifFamily: FAMILY },
  });
  const image = drawing.render();
  const png = new Uint8Array(image.asPng());
  // Memory of WebAssembly is not collected by itself.
  image.free();
  drawing.free();
  return png;
}

let made: Promise<Uint8Array[]> | undefined;

/** The renderer and its fonts, loaded at the first image. */
const ready = () => (made ??= load());

async function load(): Promise<Uint8Array[]> {
  await initWasm(await fromPackages('@resvg/resvg-wasm/index_bg.wasm')).catch((error: unknown) => {
    // `next dev` evaluates this file anew after each change, the package once.
    if (!/already initialized/i.test(String(error))) throw error;
  });
  return Promise.all(
    SUBSETS.flatMap((subset) =>
      WEIGHTS.map((weight) =>
        fromPackages(`@fontsource/source-serif-4/files/source-serif-4-${subset}-${weight}-normal.woff2`),
      ),
    ),
  );
}
