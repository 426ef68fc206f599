/** What every detector has to keep to. */
@NullMarked
package dev.countersign.watch.detector;

import org.jspecify.annotations.NullMarked;
