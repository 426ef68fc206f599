/** Models of Core ML, and packages of them. */
@NullMarked
package dev.countersign.inspect.coreml;

import org.jspecify.annotations.NullMarked;
