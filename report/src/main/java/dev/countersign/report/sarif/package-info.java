/**
 * The verdict as SARIF 2.1.0, for code hosts and editors that show results in the file. Read {@link
 * dev.countersign.report.sarif.SarifReport} first.
 */
@NullMarked
package dev.countersign.report.sarif;

import org.jspecify.annotations.NullMarked;
