/** Short sentences, each behind a dash. */
export function DashList({ lines }: { lines: readonly string[] }) {
  return (
    <ul className="max-w-measure list-['–__'] space-y-2 ps-4">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
