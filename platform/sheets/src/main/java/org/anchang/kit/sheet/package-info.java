/// Tables that people keep in a spreadsheet (表格文件): CSV in UTF-8 or GBK, or XLSX, read row by row as they come, so
/// that a file of any length takes no more memory than a short one.
package org.anchang.kit.sheet;
