@NullMarked
package dev.countersign.provenance.record;

import org.jspecify.annotations.NullMarked;
