/** The first word of a name, and the others. */
export function nameParts(name: string): { first: string; second: string } {
  const [first = '', ...others] = name.split(' ');
  return { first, second: others.join(' ') };
}

/** The name as a sign: four marks of the matrix, the first word in bold, the others in italics of the reading face. */
export function Wordmark({ name }: { name: string }) {
  const { first, second } = nameParts(name);
  return (
    <span className="inline-flex items-center gap-3 text-ink">
      <svg
        aria-hidden="true"
        viewBox="4 4 24 24"
        className="size-8 shrink-0 text-accent"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
      >
        <circle cx="10" cy="10" r="5.4" fill="currentColor" stroke="none" />
        <circle cx="22" cy="10" r="4.6" />
        <circle cx="10" cy="22" r="4.6" />
        <path d="M10 17.4a4.6 4.6 0 0 0 0 9.2z" fill="currentColor" stroke="none" />
        <circle cx="22" cy="22" r="5.4" fill="currentColor" stroke="none" />
      </svg>
      <span className="flex items-baseline gap-2 leading-none">
        <span className="text-lg font-bold tracking-[0.09em]">{first}</span>
        <span className="font-serif text-2xl leading-none italic">{second}</span>
      </span>
    </span>
  );
}
