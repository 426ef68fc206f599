/**
 * Recorded runs of agents, decided on again. {@link dev.countersign.fit.tool.replay.RunReader}
 * reads them, {@link dev.countersign.fit.tool.replay.Replay} asks a gate about every call.
 */
@NullMarked
package dev.countersign.fit.tool.replay;

import org.jspecify.annotations.NullMarked;
