/** Where rows lie among usual ones. */
@NullMarked
package dev.countersign.watch.space;

import org.jspecify.annotations.NullMarked;
