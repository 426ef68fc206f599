/** Tests of what pointers stand for. */
@NullMarked
package dev.countersign.provenance.follow;

import org.jspecify.annotations.NullMarked;
