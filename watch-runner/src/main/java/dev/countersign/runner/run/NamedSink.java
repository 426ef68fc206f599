package dev.countersign.runner.run;

import dev.countersign.runner.sink.AlertSink;

/**
 * A sink, and what it is called in messages and in checkpoints.
 *
 * @param name unlike that of any other sink of the run
 * @param sink itself
 */
public record NamedSink(String name, AlertSink sink) {}
