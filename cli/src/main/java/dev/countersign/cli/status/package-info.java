/**
 * How the signatures under a tree of systems stand, and what is due when. Read {@link
 * dev.countersign.cli.status.StatusText} first.
 */
@NullMarked
package dev.countersign.cli.status;

import org.jspecify.annotations.NullMarked;
