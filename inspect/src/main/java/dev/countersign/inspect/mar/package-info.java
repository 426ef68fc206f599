/** Archives of TorchServe. */
@NullMarked
package dev.countersign.inspect.mar;

import org.jspecify.annotations.NullMarked;
