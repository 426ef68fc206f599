/**
 * How alerts are written, one class a format: begin with {@link
 * dev.countersign.runner.sink.format.AlertFormat}.
 */
@NullMarked
package dev.countersign.runner.sink.format;

import org.jspecify.annotations.NullMarked;
