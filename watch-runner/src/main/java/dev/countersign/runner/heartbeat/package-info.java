/** That a run goes, signed: begin with {@link dev.countersign.runner.heartbeat.WatchHeartbeats}. */
@NullMarked
package dev.countersign.runner.heartbeat;

import org.jspecify.annotations.NullMarked;
