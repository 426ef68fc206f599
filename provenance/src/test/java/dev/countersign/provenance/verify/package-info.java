@NullMarked
package dev.countersign.provenance.verify;

import org.jspecify.annotations.NullMarked;
