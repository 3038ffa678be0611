/** What an action removes or keeps, line by line. */
export function Consequences({ lines }: { lines: string[] }) {
  return (
    <ul className="max-w-measure list-['–__'] space-y-2 ps-4">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
