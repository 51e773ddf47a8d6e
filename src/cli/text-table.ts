import stringWidth from 'string-width';

/** Rows as aligned lines, two spaces between columns: the first column to the left, numbers to the right. */
export function textTable(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map(row => stringWidth(row[column] ?? ''))));
  return rows.map(row =>
    row
      .map((text, column) => {
        const padding = ' '.repeat(widths[column]! - stringWidth(text));
        return column === 0 ? text + padding : padding + text;
      })
      .join('  ')
      .trimEnd(),
  );
}
