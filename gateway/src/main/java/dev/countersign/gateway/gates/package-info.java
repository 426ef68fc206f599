/** One class for each gate of {@code guard}, which fits it to what the proxy asks. */
@NullMarked
package dev.countersign.gateway.gates;

import org.jspecify.annotations.NullMarked;
