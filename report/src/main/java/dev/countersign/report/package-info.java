/**
 * Assessments in the forms that people and machines read. A form is one {@link
 * dev.countersign.report.ReportFormat}, found by {@link java.util.ServiceLoader}; read that first.
 * Renderers compute nothing that the assessment does not already know.
 */
@NullMarked
package dev.countersign.report;

import org.jspecify.annotations.NullMarked;
