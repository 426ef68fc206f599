/** Models of Caffe: networks as protocol buffers and as text. */
@NullMarked
package dev.countersign.inspect.caffe;

import org.jspecify.annotations.NullMarked;
