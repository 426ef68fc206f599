/** The JSON Schemas of what Countersign reads and writes. */
@NullMarked
package dev.countersign.cli.schema;

import org.jspecify.annotations.NullMarked;
