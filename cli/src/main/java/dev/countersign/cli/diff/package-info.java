/**
 * {@code diff}: what the user names, read as two sets of systems and compared; and the comparison
 * as text. Read {@link dev.countersign.cli.diff.Diff} first.
 */
@NullMarked
package dev.countersign.cli.diff;

import org.jspecify.annotations.NullMarked;
