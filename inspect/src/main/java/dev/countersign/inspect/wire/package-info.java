/**
 * Bounded readers of two encodings that many formats share: protocol buffers, where to begin is
 * {@link dev.countersign.inspect.wire.Wire}, and FlatBuffers.
 */
@NullMarked
package dev.countersign.inspect.wire;

import org.jspecify.annotations.NullMarked;
