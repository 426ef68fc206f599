/**
 * Python source that comes with a model: what it would import and call, read from its tokens and
 * never run. {@link dev.countersign.inspect.python.PythonFormat} is the door, {@link
 * dev.countersign.inspect.python.Expressions} the heart.
 */
@NullMarked
package dev.countersign.inspect.python;

import org.jspecify.annotations.NullMarked;
