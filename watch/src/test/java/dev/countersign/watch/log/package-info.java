/** Lines of logs as events. */
@NullMarked
package dev.countersign.watch.log;

import org.jspecify.annotations.NullMarked;
