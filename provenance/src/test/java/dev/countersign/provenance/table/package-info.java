@NullMarked
package dev.countersign.provenance.table;

import org.jspecify.annotations.NullMarked;
