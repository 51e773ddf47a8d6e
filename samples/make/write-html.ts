import type { PlanTable } from './plan-table.ts';
import { escapeXml } from './write-docx.ts';

/** A web page of paragraphs and one table. */
export function writeHtml({ paragraphs, rows }: PlanTable): string {
  const lines = rows.map((row, i) => {
    const tag = i === 0 ? 'th' : 'td';
    const cells = row.flatMap(cell =>
      cell ? [`<${tag}${cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : ''}>${escapeXml(cell.text)}</${tag}>`] : [],
    );
    return `<tr>${cells.join('')}</tr>`;
  });
  const prose = paragraphs.map(text => `<p>${escapeXml(text.trim())}</p>`).join('\n');
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title></title></head>
<body>
${prose}
<table border="1">
${lines.join('\n')}
</table>
</body>
</html>
`;
}
