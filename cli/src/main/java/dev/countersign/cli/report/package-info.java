/**
 * Which reports are written, and where. Read {@link dev.countersign.cli.report.Selection} and
 * {@link dev.countersign.cli.report.Destination}.
 */
@NullMarked
package dev.countersign.cli.report;

import org.jspecify.annotations.NullMarked;
