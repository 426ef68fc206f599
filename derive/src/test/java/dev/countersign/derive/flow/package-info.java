/** Tests of the package of the same name. */
@NullMarked
package dev.countersign.derive.flow;

import org.jspecify.annotations.NullMarked;
