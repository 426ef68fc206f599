/**
 * From HTML to PDF, offline and byte for byte the same. Read {@link dev.countersign.report.pdf.Pdf}
 * first.
 */
@NullMarked
package dev.countersign.report.pdf;

import org.jspecify.annotations.NullMarked;
