/** Parameters of Flax and JAX in MessagePack. */
@NullMarked
package dev.countersign.inspect.msgpack;

import org.jspecify.annotations.NullMarked;
