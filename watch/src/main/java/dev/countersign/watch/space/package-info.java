/**
 * Where rows lie among the usual ones: begin with {@link dev.countersign.watch.space.FeatureSpace}.
 */
@NullMarked
package dev.countersign.watch.space;

import org.jspecify.annotations.NullMarked;
