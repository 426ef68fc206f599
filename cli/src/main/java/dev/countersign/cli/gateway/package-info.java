/** Runs the gateway until it is told to stop. */
@NullMarked
package dev.countersign.cli.gateway;

import org.jspecify.annotations.NullMarked;
