/**
 * The first draft of a threat model. Read {@link dev.countersign.cli.init.Drafting} first; finding
 * and drafting themselves are in {@link dev.countersign.discover}.
 */
@NullMarked
package dev.countersign.cli.init;

import org.jspecify.annotations.NullMarked;
