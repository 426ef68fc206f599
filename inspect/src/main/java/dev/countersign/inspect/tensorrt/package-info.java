/** Engines of TensorRT: machine code for one GPU. */
@NullMarked
package dev.countersign.inspect.tensorrt;

import org.jspecify.annotations.NullMarked;
