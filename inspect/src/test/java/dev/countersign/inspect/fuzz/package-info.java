/** What a fuzzer throws at every reader, and what it once found. */
@NullMarked
package dev.countersign.inspect.fuzz;

import org.jspecify.annotations.NullMarked;
