/** The inference log: one line a request, in the form that {@code watch} reads. */
@NullMarked
package dev.countersign.gateway.log;

import org.jspecify.annotations.NullMarked;
