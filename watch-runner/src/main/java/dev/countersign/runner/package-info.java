/** Hosts the detectors of {@code watch} in one process, and learns what is usual. */
@NullMarked
package dev.countersign.runner;

import org.jspecify.annotations.NullMarked;
