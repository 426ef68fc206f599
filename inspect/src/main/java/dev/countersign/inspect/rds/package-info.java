/**
 * Objects of R, as {@code saveRDS} and {@code save} write them. {@link
 * dev.countersign.inspect.rds.RObjects} reads them as R's {@code serialize.c} does, and evaluates
 * nothing.
 */
@NullMarked
package dev.countersign.inspect.rds;

import org.jspecify.annotations.NullMarked;
