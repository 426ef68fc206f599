/** Tests of comparisons. */
@NullMarked
package dev.countersign.provenance.diff;

import org.jspecify.annotations.NullMarked;
