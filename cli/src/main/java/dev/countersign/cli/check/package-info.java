/**
 * From paths to checked systems: finds the files, reads them and has them derived and assessed.
 * Read {@link dev.countersign.cli.check.Check} first.
 */
@NullMarked
package dev.countersign.cli.check;

import org.jspecify.annotations.NullMarked;
