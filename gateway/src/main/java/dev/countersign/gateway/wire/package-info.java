/** What is in the messages of the protocols, as far as gates look at it. */
@NullMarked
package dev.countersign.gateway.wire;

import org.jspecify.annotations.NullMarked;
