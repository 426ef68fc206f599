/**
 * Traces of requests, and the log on its way to a collector. {@link
 * dev.countersign.gateway.telemetry.Telemetry} is read first; only {@link
 * dev.countersign.gateway.telemetry.OtlpTelemetry} and what it uses knows OpenTelemetry.
 */
@NullMarked
package dev.countersign.gateway.telemetry;

import org.jspecify.annotations.NullMarked;
