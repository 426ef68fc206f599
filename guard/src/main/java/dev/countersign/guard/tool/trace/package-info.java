/**
 * Where an argument's value was seen before. {@link dev.countersign.guard.tool.trace.Pieces} keeps
 * and indexes what the model has seen, {@link dev.countersign.guard.tool.trace.Tracer} follows a
 * value back to it, {@link dev.countersign.guard.tool.trace.Trace} is the answer.
 */
@NullMarked
package dev.countersign.guard.tool.trace;

import org.jspecify.annotations.NullMarked;
