/** Native programs, scripts and bytecode among models, where they have no business. */
@NullMarked
package dev.countersign.inspect.executable;

import org.jspecify.annotations.NullMarked;
