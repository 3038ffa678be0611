import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { cutText } from '@/lib/platform/text/cut-text';
import { INK } from './palette';

/** One drawing for a wide page, and another for a phone, on which the wide one would be too small to read. */
export type Size = 'wide' | 'narrow';

/** What a drawing says to those who do not see it. */
export type Spoken = { title: string; description: string };

export type Drawing = Spoken & {
  /** Unique in the page: the drawing's own parts are named after it. */
  id: string;
  plot: Omit<Plot.PlotOptions, 'document'>;
  /** Patterns and the legend: what no mark draws. */
  extras?: (parts: Parts) => void;
};

/** The parts of a drawing besides its marks. `element` makes one and puts it into a parent. */
export type Parts = {
  svg: Element;
  defs: Element;
  element: (parent: Element, name: string, attributes: Record<string, string | number>, text?: string) => Element;
};

export const FONT_SIZE = 14;
const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';

/**
 * An SVG as text: one image with a name and a description, its words as words, nothing in it that runs or is fetched.
 */
export function draw({ id, title, description, plot, extras }: Drawing): string {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const svg = Plot.plot({ style: { fontSize: `${FONT_SIZE}px` }, ...plot, document });
  for (const style of svg.querySelectorAll('style')) style.remove();
  for (const part of svg.querySelectorAll('[aria-label],[aria-hidden],[aria-description]'))
    forget(part, ['aria-label', 'aria-hidden', 'aria-description']);
  forget(svg, ['class', 'style', 'font-family']);
  const attributes = {
    xmlns: SVG_NAMESPACE,
    role: 'img',
    direction: 'ltr', // in a page that runs from right to left, the anchors of words would turn over and leave the axes
    'aria-labelledby': `${id}-title`,
    'aria-describedby': `${id}-description`,
    'font-size': FONT_SIZE,
    fill: INK,
    class: 'drawing',
  };
  for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, `${value}`);
  const element: Parts['element'] = (parent, name, given, text) => {
    const made = document.createElementNS(SVG_NAMESPACE, name);
    for (const [key, value] of Object.entries(given)) made.setAttribute(key, `${value}`);
    if (text !== undefined) made.textContent = text;
    parent.appendChild(made);
    return made;
  };
  const defs = element(svg, 'defs', {});
  extras?.({ svg, defs, element });
  for (const part of svg.querySelectorAll('*')) shorten(part);
  svg.prepend(
    named(document, 'title', `${id}-title`, title),
    named(document, 'desc', `${id}-description`, description),
    defs,
  );
  return svg.outerHTML;
}

function named(document: Document, name: string, id: string, text: string): Element {
  const made = document.createElementNS(SVG_NAMESPACE, name);
  made.setAttribute('id', id);
  made.textContent = text;
  return made;
}

/** Positions to a hundredth of a pixel: more digits only cost bytes. */
function shorten(element: Element): void {
  for (const { name, value } of [...element.attributes]) {
    if (/\.\d{3}/.test(value))
      element.setAttribute(
        name,
        value.replace(/\d+\.\d{3,}/g, (number) => `${Math.round(Number(number) * 100) / 100}`),
      );
  }
}

function forget(element: Element, names: readonly string[]): void {
  for (const name of names) element.removeAttribute(name);
}

/** The approximate width of a text: fonts differ, so a little more than ours needs. */
export const widthOf = (text: string, size = FONT_SIZE): number => Math.ceil([...text].length * size * 0.53);

/** A name, cut to the room there is. */
export const shortened = (text: string, most: number): string => cutText(text, most, '…');
