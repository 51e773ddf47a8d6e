import type { PlanTable } from './plan-table.ts';
import { escapeXml } from './write-docx.ts';

/** A sheet of A4 on its side, with the header at the top of every page. */
const printed = `<style>
@page { size: A4 landscape; margin: 15mm; }
body { font: 9pt/1.4 "Noto Serif CJK SC"; margin: 0; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 0.5pt solid; padding: 2pt 3pt; }
</style>
`;

/** A web page of paragraphs and one table; `forPrint` with a style sheet for the printer. */
export function writeHtml({ paragraphs, rows }: PlanTable, forPrint = false): string {
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
<head><meta charset="utf-8"><title></title>${forPrint ? printed : ''}</head>
<body>
${prose}
<table border="1">
${forPrint ? `<thead>${lines[0]}</thead>\n${lines.slice(1).join('\n')}` : lines.join('\n')}
</table>
</body>
</html>
`;
}
