/**
 * The verdict as JSON for machines, by the published schema {@code check-1.schema.json}. Read
 * {@link dev.countersign.cli.json.JsonReport} first.
 */
@NullMarked
package dev.countersign.cli.json;

import org.jspecify.annotations.NullMarked;
