/** What monitors say: begin with {@link dev.countersign.watch.alert.Alert}. */
@NullMarked
package dev.countersign.watch.alert;

import org.jspecify.annotations.NullMarked;
