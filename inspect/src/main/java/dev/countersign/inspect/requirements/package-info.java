/** What a model asks to install, and from where. */
@NullMarked
package dev.countersign.inspect.requirements;

import org.jspecify.annotations.NullMarked;
