/** Mapping files. */
@NullMarked
package dev.countersign.runner.mapping;

import org.jspecify.annotations.NullMarked;
