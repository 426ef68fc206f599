/** The register as a workbook. Read {@link dev.countersign.report.xlsx.XlsxFormat} first. */
@NullMarked
package dev.countersign.report.xlsx;

import org.jspecify.annotations.NullMarked;
