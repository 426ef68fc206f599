/** Tests of Croissant. */
@NullMarked
package dev.countersign.provenance.croissant;

import org.jspecify.annotations.NullMarked;
