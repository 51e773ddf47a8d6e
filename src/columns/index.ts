export { type Column, type HeaderCell, type MappedColumns, mapColumns } from './columns.ts';
export { divideCell, type LooksLike } from './content.ts';
export { type Header, headerWordings, mapHeader } from './header.ts';
export { headerScore, isHeaderRow } from './header-row.ts';
