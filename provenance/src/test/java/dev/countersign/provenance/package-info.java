@NullMarked
package dev.countersign.provenance;

import org.jspecify.annotations.NullMarked;
