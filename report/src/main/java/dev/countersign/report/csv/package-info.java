/** The register as comma-separated values. Read {@link dev.countersign.report.csv.CsvFormat}. */
@NullMarked
package dev.countersign.report.csv;

import org.jspecify.annotations.NullMarked;
