/// PAP-1 … PAP-3: the office's sheets. A [Template] is one file: the fields of a paper in the words and order of the
/// sheet, and how it is laid out. Filled with a [Content] it is a [Sheet], which is written as a page ([PrintPage]),
/// as a PDF of that page ([PaperPdf]) and as a workbook ([PaperWorkbook]). What is printed is kept ([Prints]).
///
/// A service has no printing code: it gives each paper its content ([PaperSource]), read within the caller's rights.
package org.anchang.kit.paper;
