/**
 * A bounded walk over a tree of files that somebody else wrote. Read {@link
 * dev.countersign.discover.tree.Tree} first.
 */
@NullMarked
package dev.countersign.discover.tree;

import org.jspecify.annotations.NullMarked;
