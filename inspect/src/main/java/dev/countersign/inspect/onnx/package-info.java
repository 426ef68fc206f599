/** Graphs of ONNX: their operators, functions, and the files that their weights stand in. */
@NullMarked
package dev.countersign.inspect.onnx;

import org.jspecify.annotations.NullMarked;
