/**
 * Alerts that go to another machine, only where somebody asked for it: begin with {@link
 * dev.countersign.runner.sink.network.Outbox}.
 */
@NullMarked
package dev.countersign.runner.sink.network;

import org.jspecify.annotations.NullMarked;
