/**
 * Writes the JSON Schema of the language; starts at {@link
 * dev.countersign.model.schema.SchemaWriter}.
 */
@NullMarked
package dev.countersign.model.schema;

import org.jspecify.annotations.NullMarked;
