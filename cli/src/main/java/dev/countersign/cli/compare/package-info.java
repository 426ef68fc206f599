/**
 * What is in a repository against what its threat models say: used and not modelled, modelled and
 * gone. Read {@link dev.countersign.cli.compare.Comparison} first.
 */
@NullMarked
package dev.countersign.cli.compare;

import org.jspecify.annotations.NullMarked;
