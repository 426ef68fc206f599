/** Models written as PMML. */
@NullMarked
package dev.countersign.inspect.pmml;

import org.jspecify.annotations.NullMarked;
