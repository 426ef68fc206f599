/**
 * The verdict as JSON for machines, by the published schema {@code check-1.schema.json}. Read
 * {@link dev.countersign.report.json.JsonReport} first.
 */
@NullMarked
package dev.countersign.report.json;

import org.jspecify.annotations.NullMarked;
