/** Many artefacts at once, and the statement about what was found in them. */
@NullMarked
package dev.countersign.inspect.scan;

import org.jspecify.annotations.NullMarked;
