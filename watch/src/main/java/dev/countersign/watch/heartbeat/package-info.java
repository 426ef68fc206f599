/**
 * That a monitor runs, and what it sees: begin with {@link
 * dev.countersign.watch.heartbeat.WatchHeartbeat}.
 */
@NullMarked
package dev.countersign.watch.heartbeat;

import org.jspecify.annotations.NullMarked;
