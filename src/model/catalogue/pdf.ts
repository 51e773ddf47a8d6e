import { entries } from './entry.ts';

/** What can be said of reading PDF and finding its tables. */
export const pdfEntries = entries({
  // Refusals: the file gives nothing.
  'broken-pdf': {
    severity: 'error',
    message: {
      zh: '文件损坏，打不开：{reason}',
      en: 'unexpected content ({reason}), expected a PDF that can be opened',
    },
    hint: {
      zh: '重新下载；若阅读器能打开，请另存或重新打印为 PDF 后再试',
      en: 'download it again; if a viewer opens it, save or print it as PDF anew',
    },
  },
  'password-needed': {
    severity: 'error',
    message: { zh: '文件已加密，打开需要密码', en: 'the file is encrypted, expected a password to open it' },
    hint: { zh: '用 --password 给出密码', en: 'give the password with --password' },
  },
  'wrong-password': {
    severity: 'error',
    message: { zh: '密码不对，打不开文件', en: 'the password does not open the file, expected the right one' },
    hint: { zh: '核对密码后再用 --password 给出', en: 'check the password and give it again with --password' },
  },
  'no-text-layer': {
    severity: 'error',
    message: {
      zh: '全部 {pages} 页都没有文字层（{reason}），读不出文字',
      en: 'none of its {pages} pages has a text layer ({reason}), expected text',
    },
    hint: {
      zh: '先做文字识别（OCR）再转换，或向发布机构索取可复制文字的版本',
      en: 'run OCR on it first, or ask the publisher for a version whose text can be copied',
    },
  },
  'too-large': {
    severity: 'error',
    message: { zh: '文件有 {bytes} 字节，上限为 {limit}', en: 'the file has {bytes} bytes, expected at most {limit}' },
    hint: { zh: '拆分文件，或提高上限', en: 'split the file, or raise the limit' },
  },
  'inflates-too-large': {
    severity: 'error',
    message: {
      zh: '文件中有一段数据解压后超过 {limit} 字节',
      en: 'a stream of the file inflates to more than {limit} bytes, expected a document',
    },
    hint: {
      zh: '这可能是恶意文件；请向发布机构索取原件',
      en: 'this may be a hostile file; ask the publisher for the original',
    },
  },
  'too-many-pages': {
    severity: 'error',
    message: { zh: '文件有 {pages} 页，上限为 {limit}', en: 'the file has {pages} pages, expected at most {limit}' },
    hint: { zh: '拆分文件，或提高上限', en: 'split the file, or raise the limit' },
  },
  'too-many-cells': {
    severity: 'error',
    message: {
      zh: '表格有 {cells} 个单元格，上限为 {limit}',
      en: 'its tables have {cells} cells, expected at most {limit}',
    },
    hint: { zh: '拆分文件，或提高上限', en: 'split the file, or raise the limit' },
  },
  'too-slow': {
    severity: 'error',
    message: { zh: '读到第 {page} 页时已超过时限', en: 'time ran out at page {page}, expected to be done by then' },
    hint: { zh: '拆分文件，或用 --timeout 放宽时限', en: 'split the file, or give it more time with --timeout' },
  },
  'too-much-memory': {
    severity: 'error',
    message: {
      zh: '读到第 {page} 页时所用内存已超过 {limit} MB',
      en: 'reading it took more than {limit} MB of memory by page {page}, expected a document',
    },
    hint: {
      zh: '这可能是恶意文件；若确为文件，拆分后再试，或用 --max-memory 放宽',
      en: 'this may be a hostile file; if it is not, split it, or allow more with --max-memory',
    },
  },
  'no-canvas': {
    severity: 'error',
    message: {
      zh: '画页面图像需要 @napi-rs/canvas，尚未安装',
      en: 'pictures of pages need the package @napi-rs/canvas, which is not installed',
    },
    hint: {
      zh: '安装它（npm install @napi-rs/canvas@0.1），或改用 --debug svg',
      en: 'install it (npm install @napi-rs/canvas@0.1), or use --debug svg',
    },
  },
  // Pages and characters that gave nothing, or are not what they seem.
  'page-count': {
    severity: 'warning',
    message: {
      zh: '文件自称 {claim} 页，实有 {total} 页，已全部读取',
      en: 'the file says it has {claim} pages, but has {total}; all were read',
    },
    hint: { zh: '文件可能被改动过；向发布机构核实', en: 'the file may have been tampered with; ask the publisher' },
  },
  'page-unreadable': {
    severity: 'error',
    message: { zh: '第 {page} 页损坏，读不出：{reason}', en: 'page {page} is damaged ({reason}), expected a page' },
    hint: {
      zh: '对照原件；缺的行请从别的来源补',
      en: 'look at the original; the rows missing here must come from elsewhere',
    },
  },
  'page-without-text': {
    severity: 'error',
    message: {
      zh: '第 {page} 页没有文字层（{reason}），这一页的内容读不出',
      en: 'page {page} has no text layer ({reason}), expected text: nothing of it was read',
    },
    hint: { zh: '对该页做文字识别（OCR）后再转换', en: 'run OCR on this page and convert again' },
  },
  'unmapped-characters': {
    severity: 'error',
    message: {
      zh: '{total} 个字中有 {count} 个（第 {pages} 页），其字体没有说明（或说错了）是什么字，以“\ufffd”代替',
      en: 'the fonts of {count} of its {total} characters (pages {pages}) do not say, or say wrongly, which they are, expected text: each stands as “\ufffd”',
    },
    hint: {
      zh: '从原件（如 Word 文件）重新打印为 PDF，或对其做文字识别（OCR），再转换',
      en: 'print the original (a Word file, say) to PDF anew, or run OCR on it, and convert again',
    },
  },
  'recognised-text': {
    severity: 'warning',
    message: {
      zh: '第 {page} 页是图像，文字取自其上的隐藏识别层，可能有误识',
      en: 'page {page} is an image; its text comes from an invisible layer of recognised text, expected printed text',
    },
    hint: { zh: '对照原页逐格核对', en: 'compare every cell with the page' },
  },
  'hidden-text': {
    severity: 'info',
    message: {
      zh: '第 {page} 页有 {count} 个字看不见（隐形、白底白字或在页外），未采用',
      en: '{count} characters on page {page} cannot be seen (invisible, white on white, outside the page) and were left out',
    },
    hint: { zh: '若原件上能看到这些字，请报告', en: 'if the original shows them, report it' },
  },
  'pdf-warning': {
    severity: 'warning',
    message: { zh: '文件有损坏，已尽力修复：{warning}', en: 'the file is damaged and was repaired: {warning}' },
    hint: { zh: '对照原件检查有无缺漏', en: 'compare with the original for anything missing' },
  },
  // Where geometry had to choose.
  'torn-cell': {
    severity: 'warning',
    message: {
      zh: '线条围出的单元格不是矩形，已拆成几格',
      en: 'the rulings enclose a cell that is not a rectangle, expected rectangles; it was cut into several cells',
    },
    hint: { zh: '对照原页核对此格及相邻各格', en: 'compare this cell and its neighbours with the page' },
  },
  'cell-overflow': {
    severity: 'info',
    message: {
      zh: '文字越出了单元格（格太窄，或未封口），按该格的文字读取',
      en: 'text runs out of a cell that is too narrow or that no ruling closes; it was taken to be the text of that cell',
    },
    hint: { zh: '对照原页核对此格', en: 'compare this cell with the page' },
  },
  'row-rejoined': {
    severity: 'info',
    message: {
      zh: '第 {page} 页第一行是上一页末行的下半截，已接上',
      en: 'the first row of page {page} is the rest of the row above the page break; the two were joined',
    },
    hint: { zh: '如系两行，请报告', en: 'if they are two rows, report it' },
  },
  'merge-rejoined': {
    severity: 'info',
    message: {
      zh: '第 {page} 页首行的空白单元格与上一页末行合并：该列的单元格纵向合并，别处没有空白',
      en: 'a cell merged over rows was taken to go on over the break before page {page}: its column has merged cells and no blanks elsewhere',
    },
    hint: { zh: '对照原件确认', en: 'confirm with the original' },
  },
  'text-rejoined': {
    severity: 'info',
    message: {
      zh: '合并单元格的文字在第 {page} 页前被分页断开：“{upper}”与“{lower}”已连成一格',
      en: 'the text of a merged cell was cut by the break before page {page}; its halves “{upper}” and “{lower}” were joined',
    },
    hint: { zh: '如系两个单元格，请报告', en: 'if they are two cells, report it' },
  },
  'text-cut-unclear': {
    severity: 'warning',
    message: {
      zh: '第 {page} 页前的分页处，“{upper}”写满页尾且未以句号结束，下接“{lower}”：按两个单元格读取，也可能是一个合并单元格被断开',
      en: 'at the break before page {page}, “{upper}” is full to the end of the page and ends without a full stop, and “{lower}” follows: read as two cells, they may be one merged cell that was cut',
    },
    hint: {
      zh: '对照原件；如系一格，请用更正文件写明该格的文字',
      en: 'look at the original; if they are one cell, give its text in a corrections file',
    },
  },
  'merges-inferred': {
    severity: 'info',
    message: {
      zh: '表格没有线条；有的文字居于几行正中，按合并单元格读取',
      en: 'the table has no rulings; text that stands in the middle of several rows was taken to be merged over them',
    },
    hint: { zh: '对照原件核对合并的范围', en: 'compare the extent of the merged cells with the original' },
  },
  'row-end-doubt': {
    severity: 'warning',
    message: {
      zh: '无线条的表格中，此处有文字归上一行或下一行都说得通，按与其余各行最一致的读法归行',
      en: 'in a table without rulings some text here may belong to the row above or below; it was given to the one that makes the rows most alike',
    },
    hint: { zh: '对照原件核对这两行', en: 'compare the two rows with the original' },
  },
  'merge-doubt': {
    severity: 'warning',
    message: {
      zh: '无线条的表格中，这一列的空白可能属于上方或下方文字的合并单元格，无法判定，按空白读取',
      en: 'in a table without rulings blanks of this column may belong to a cell merged with the text above or below; nothing tells, and they were read as blanks',
    },
    hint: {
      zh: '对照原件核对这一列的合并范围',
      en: 'compare the extent of the merged cells of this column with the original',
    },
  },
  'sheets-joined': {
    severity: 'info',
    message: {
      zh: '表格比纸宽：第 {right} 页与第 {left} 页的行高相同，印的是右侧各列，已左右拼接',
      en: 'a table wider than its paper: pages {right} have the rows of pages {left} and show the columns to the right of them; they were joined side by side',
    },
    hint: { zh: '核对一两行的左右两部分是否同属一行', en: 'see in a row or two whether both parts belong together' },
  },
  'columns-apart': {
    severity: 'error',
    message: {
      zh: '第 {right} 页的表没有序号，行高与第 {left} 页的大多相同，像是同一张表右侧的列，但不能确定，未作为计划的一部分读取；应能逐行对上',
      en: 'the table on pages {right} has no row keys and most row heights of pages {left}: it may show further columns of that table, but not all rows agree (expected the same rows), and it was not read as part of the plan',
    },
    hint: {
      zh: '向发布机构索取电子表格原件，或把表格缩印到一页宽后再转换',
      en: 'ask the publisher for the spreadsheet, or print it one page wide and convert that',
    },
  },
  'cells-inferred': {
    severity: 'info',
    message: {
      zh: '表格没有线条，行和列由文字的对齐和序号推定',
      en: 'the table has no rulings; its rows and columns were told from the alignment of text and from row keys',
    },
    hint: { zh: '对照原件核对各格', en: 'compare its cells with the original' },
  },
  'columns-inferred': {
    severity: 'info',
    message: {
      zh: '表格只有横线，列由文字的对齐推定',
      en: 'the table has rulings between rows only; its columns were told from the alignment of text',
    },
    hint: { zh: '对照原件核对各列', en: 'compare its columns with the original' },
  },
  'page-too-complex': {
    severity: 'warning',
    message: {
      zh: '第 {page} 页的线条或文字多得不像文档，未从中找表格',
      en: 'page {page} has more rulings or characters than a document would; no tables were looked for, expected some',
    },
    hint: { zh: '若页上有表格，请报告', en: 'if it shows a table, report it' },
  },
});
