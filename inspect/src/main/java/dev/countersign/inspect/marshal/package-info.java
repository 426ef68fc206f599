/**
 * Code that Python compiled: {@code .pyc} files, and marshalled functions in configurations. Names,
 * constants and texts are listed; nothing is run. {@link dev.countersign.inspect.marshal.Marshal}
 * reads.
 */
@NullMarked
package dev.countersign.inspect.marshal;

import org.jspecify.annotations.NullMarked;
