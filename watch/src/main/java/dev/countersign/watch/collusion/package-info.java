/** One attack by many accounts: begin with {@link dev.countersign.watch.collusion.Collusion}. */
@NullMarked
package dev.countersign.watch.collusion;

import org.jspecify.annotations.NullMarked;
