@NullMarked
package dev.countersign.watch.collusion;

import org.jspecify.annotations.NullMarked;
