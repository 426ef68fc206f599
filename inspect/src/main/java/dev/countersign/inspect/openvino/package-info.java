/** Models of OpenVINO: a graph as XML beside its weights. */
@NullMarked
package dev.countersign.inspect.openvino;

import org.jspecify.annotations.NullMarked;
