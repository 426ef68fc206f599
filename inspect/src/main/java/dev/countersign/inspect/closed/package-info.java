/** Archives that are recognised and not looked into. */
@NullMarked
package dev.countersign.inspect.closed;

import org.jspecify.annotations.NullMarked;
