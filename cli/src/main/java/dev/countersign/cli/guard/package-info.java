/** What the commands of {@code guard} print and write. */
@NullMarked
package dev.countersign.cli.guard;

import org.jspecify.annotations.NullMarked;
