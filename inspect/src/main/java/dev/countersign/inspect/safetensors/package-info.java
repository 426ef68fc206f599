/** Tensors with a header of JSON, and the index over several such files. */
@NullMarked
package dev.countersign.inspect.safetensors;

import org.jspecify.annotations.NullMarked;
