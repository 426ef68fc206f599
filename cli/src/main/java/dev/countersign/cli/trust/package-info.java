/**
 * What the command {@code trust} shows. Read {@link dev.countersign.cli.trust.TrustCheck} first.
 */
@NullMarked
package dev.countersign.cli.trust;

import org.jspecify.annotations.NullMarked;
