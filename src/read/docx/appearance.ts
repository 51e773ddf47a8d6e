const names = `
  b bCs i iCs u sz szCs color lang kern w spacing ind jc position highlight effect em bdr shd fitText snapToGrid
  caps smallCaps outline shadow emboss imprint noProof specVanish webHidden cs rtl
  keepNext keepLines pageBreakBefore widowControl suppressLineNumbers suppressAutoHyphens kinsoku wordWrap overflowPunct
  topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd contextualSpacing mirrorIndents textAlignment
  textboxTightWrap outlineLvl divId cnfStyle pBdr tabs framePr
  tblBorders tcBorders tblCellMar tcMar tblW tcW tblInd tblLook tblLayout tblStyle tblpPr tblOverlap tblCellSpacing
  vAlign textDirection noWrap hideMark tcFitText trHeight cantSplit tblHeader
  rPrChange pPrChange tblPrChange trPrChange tcPrChange tblGridChange tblPrExChange sectPrChange numberingChange
  proofErr bookmarkStart bookmarkEnd permStart permEnd lastRenderedPageBreak latentStyles rsids`;

/** Elements of a Word file that say how things look, or looked before: none of them changes what the text says. */
export const appearance: ReadonlySet<string> = new Set([
  ...names
    .trim()
    .split(/\s+/)
    .map(name => `w:${name}`),
  'a:blip',
  'a:prstGeom',
  'a:custGeom',
  'a:ln',
  'v:shapetype',
  'v:formulas',
]);
