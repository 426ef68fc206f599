/** What a check found, and where. */
@NullMarked
package dev.countersign.guard.output.finding;

import org.jspecify.annotations.NullMarked;
