/** Mapping files: begin with {@link dev.countersign.runner.mapping.MappingReader}. */
@NullMarked
package dev.countersign.runner.mapping;

import org.jspecify.annotations.NullMarked;
