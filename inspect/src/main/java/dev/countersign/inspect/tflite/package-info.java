/** Models of TensorFlow Lite, now LiteRT. */
@NullMarked
package dev.countersign.inspect.tflite;

import org.jspecify.annotations.NullMarked;
