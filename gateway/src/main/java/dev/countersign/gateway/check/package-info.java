/** What the proxy asks of gates: one small interface for each kind of thing that is checked. */
@NullMarked
package dev.countersign.gateway.check;

import org.jspecify.annotations.NullMarked;
