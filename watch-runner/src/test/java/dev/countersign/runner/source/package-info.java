/** Where lines come from. */
@NullMarked
package dev.countersign.runner.source;

import org.jspecify.annotations.NullMarked;
